using Workflow.Host.Answers;

namespace Workflow.Host.Exports;

/// <summary>What stands against an export.</summary>
internal static class ExportingRefusals
{
    /// <summary>The format is never packed.</summary>
    internal static RequestRefusedException Gzip(string format) => new("export.gzip", ("format", format));
}
