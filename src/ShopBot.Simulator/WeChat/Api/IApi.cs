namespace ShopBot.Simulator.WeChat.Api;

/// <summary>A group of the platform's APIs that belong together.</summary>
internal interface IApi
{
    IEnumerable<ApiMethod> Methods { get; }
}
