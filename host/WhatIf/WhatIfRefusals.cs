using Workflow.Host.Answers;

namespace Workflow.Host.WhatIf;

/// <summary>What stands against a question what if.</summary>
internal static class WhatIfRefusals
{
    /// <summary>Nothing is otherwise.</summary>
    internal static RequestRefusedException Nothing() => new("whatif.nothing");

    /// <summary>The name of a calendar is none.</summary>
    internal static RequestRefusedException CalendarName() => new("whatif.calendar_name");
}
