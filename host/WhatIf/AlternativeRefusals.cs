using Workflow.Engine.Messages;
using Workflow.Engine.Record.Refusals;
using Workflow.Host.Opening;

namespace Workflow.Host.WhatIf;

/// <summary>What stands against an alternative.</summary>
internal static class AlternativeRefusals
{
    /// <summary>A limit is not written as one.</summary>
    internal static OpeningRefusedException Limit(string found) => new("whatif.limit", ("found", found));

    /// <summary>A length does not read.</summary>
    internal static OpeningRefusedException Length(string clock, string found) => new("whatif.length", ("clock", clock), ("found", found));

    /// <summary>No process has the clock.</summary>
    internal static OpeningRefusedException NoClock(string clock, IEnumerable<NameValue> known) =>
        new(new Message("whatif.no_clock", ("clock", clock)).With(NearNames.Of(clock, known)));

    /// <summary>A command of a case that the alternative never opened.</summary>
    internal static Refusal NeverOpened => new("whatif.never_opened");
}
