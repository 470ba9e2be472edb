namespace Microsoft.Bot.Builder;

/// <summary>The answer to an invoke activity.</summary>
public class InvokeResponse
{
    /// <summary>An HTTP status.</summary>
    public int Status { get; set; }
    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}

/// <summary>An answer whose body is of a known type.</summary>
public class InvokeResponse<T> : InvokeResponse
{
    public new T Body
    {
        get => (T)base.Body;
        set => base.Body = value;
    }
}
