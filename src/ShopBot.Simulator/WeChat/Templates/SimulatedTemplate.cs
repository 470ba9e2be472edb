namespace ShopBot.Simulator.WeChat;

/// <summary>A template an account has from the start, as if its owner had chosen it in the platform's console.</summary>
/// <param name="Id">Up to 43 characters.</param>
/// <param name="Content">Lines such as <c>订单编号：{{character_string1.DATA}}</c>; the key's type says what may stand there.</param>
/// <param name="IsNotice">For subscription notices instead of template messages.</param>
public sealed record SimulatedTemplate(string Id, string Title, string Content, bool IsNotice = false);
