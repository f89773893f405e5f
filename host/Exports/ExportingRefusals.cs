using Workflow.Engine.Messages;
using Workflow.Host.Answers;

namespace Workflow.Host.Exports;

/// <summary>What stands against an export.</summary>
internal static class ExportingRefusals
{
    /// <summary>Exports have other formats.</summary>
    internal static RequestRefusedException Format(IEnumerable<string> names) => new("export.format", ("names", MessageValue.List(names)));

    /// <summary>The format is never packed.</summary>
    internal static RequestRefusedException Gzip(string format) => new("export.gzip", ("format", format));
}
