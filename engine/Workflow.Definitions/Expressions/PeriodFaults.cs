using Workflow.Engine.Messages;

namespace Workflow.Definitions.Expressions;

/// <summary>Why a text is no period.</summary>
internal static class PeriodFaults
{
    public static Message Form(string found) => new("period.form", ("found", found));

    public static Message Range(int most, string found) => new("period.range", ("most", most), ("found", found));
}
