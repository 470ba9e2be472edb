namespace ShopBot.Simulator.WeChat.Templates;

/// <summary>How many notices of each template one person still agreed to.</summary>
internal sealed class NoticeConsents
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _left = [];

    public void Accept(string templateId)
    {
        lock (_gate)
            _left[templateId] = _left.GetValueOrDefault(templateId) + 1;
    }

    /// <summary>The person took everything back.</summary>
    public void Withdraw(string templateId)
    {
        lock (_gate)
            _left.Remove(templateId);
    }

    public bool TryUse(string templateId)
    {
        lock (_gate)
        {
            var left = _left.GetValueOrDefault(templateId);
            if (left == 0)
                return false;
            _left[templateId] = left - 1;
            return true;
        }
    }

    public IReadOnlyDictionary<string, int> All()
    {
        lock (_gate)
            return _left.Where(c => c.Value > 0).ToDictionary();
    }
}
