using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShopBot.Tests.Channels.WeChat;

/// <summary>Everything that was logged, as "category: message".</summary>
internal sealed class WrittenLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(WrittenLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue($"{category}: {formatter(state, exception)} {exception}");
    }
}
