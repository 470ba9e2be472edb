namespace ShopBot.Simulator.Control;

/// <summary>The control API was asked for something that cannot be; told to the caller with this status.</summary>
internal sealed class ControlProblem(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
