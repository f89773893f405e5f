using Hangfire.Logging;
using HangfireLevel = Hangfire.Logging.LogLevel;

namespace Workflow.Host.Waking;

/// <summary>
/// Hangfire's words in the host's log. Hangfire has one log for the process: where a process holds several hosts one after
/// another, it may ask a host that has ended for a logger, and must not fail at that.
/// </summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Log(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Log(null);
        }
    }

    private sealed class Log(ILogger? logger) : ILog
    {
        bool ILog.Log(HangfireLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            var level = Level(logLevel);
            if (logger is null || !logger.IsEnabled(level))
                return false;
            if (messageFunc is not null)
                logger.Log(level, exception, "{Message}", messageFunc());
            return true;
        }

        private static Microsoft.Extensions.Logging.LogLevel Level(HangfireLevel level) =>
            level switch
            {
                HangfireLevel.Trace => Microsoft.Extensions.Logging.LogLevel.Trace,
                HangfireLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
                HangfireLevel.Info => Microsoft.Extensions.Logging.LogLevel.Information,
                HangfireLevel.Warn => Microsoft.Extensions.Logging.LogLevel.Warning,
                HangfireLevel.Error => Microsoft.Extensions.Logging.LogLevel.Error,
                HangfireLevel.Fatal => Microsoft.Extensions.Logging.LogLevel.Critical,
                _ => throw new System.Diagnostics.UnreachableException($"{level}"),
            };
    }
}
