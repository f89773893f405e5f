using Workflow.Host.Opening;

namespace Workflow.Host.Proving;

/// <summary>What stands against erasing a case.</summary>
internal static class ErasureRefusals
{
    /// <summary>The case is still worked on.</summary>
    internal static OpeningRefusedException NotClosed(string number) => new("erase.not_closed", ("number", number));

    /// <summary>The retention has not ended by then.</summary>
    internal static OpeningRefusedException KeptUntil(string number, DateOnly until, DateOnly before) =>
        new("erase.kept_until", ("number", number), ("until", until), ("before", before));

    /// <summary>The day lies ahead: files that must still be kept would go.</summary>
    internal static OpeningRefusedException Ahead(DateOnly before, DateOnly today) =>
        new("erase.ahead", ("before", before), ("today", today));

    /// <summary>The case is kept for ever.</summary>
    internal static OpeningRefusedException KeptForEver(string number) => new("erase.kept_for_ever", ("number", number));
}
