using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;

namespace Workflow.Engine.Deciding;

/// <summary>What can be done to a case: how it is decided, what it builds on and where it is offered. Its own file tells it, <see cref="Operations"/> lists it.</summary>
/// <param name="Command">The type of its command.</param>
/// <param name="Decide">Guards and applies it; null when it was applied.</param>
internal sealed record Operation(Type Command, Func<CaseTurn, CaseCommand, Refusal?> Decide)
{
    /// <summary>What it builds on, before which it cannot take effect; null where nothing binds it.</summary>
    internal Func<CaseLook, CaseCommand, BuiltOn?>? BuiltOn { get; private init; }

    /// <summary>What is offered of it at a task that is open, or was; null for nothing.</summary>
    internal Func<CaseLook, WorkNode, StepState, IEnumerable<ActionOffer>>? AtTask { get; init; }

    /// <summary>What is offered of it for the case as a whole, its clocks and its materials; null for nothing.</summary>
    internal Func<CaseLook, IEnumerable<ActionOffer>>? OfCase { get; init; }

    /// <summary>When it is offered.</summary>
    internal CaseStanding When { get; init; } = CaseStanding.AtWork;

    internal static Operation Of<T>(Func<CaseTurn, T, Refusal?> decide, Func<CaseLook, T, BuiltOn?>? builtOn = null)
        where T : CaseCommand =>
        new(typeof(T), (turn, command) => decide(turn, (T)command))
        {
            BuiltOn = builtOn is null ? null : (look, command) => builtOn(look, (T)command),
        };

    /// <summary>How far a case has come.</summary>
    [Flags]
    internal enum CaseStanding
    {
        /// <summary>Its work goes on.</summary>
        Open = 1,

        /// <summary>It is concluded, and the after-care runs.</summary>
        AfterCare = 2,

        /// <summary>It waits for those that it called.</summary>
        Concluding = 4,

        /// <summary>Nothing of it runs any more.</summary>
        Over = 8,

        /// <summary>Somebody has a task.</summary>
        AtWork = Open | AfterCare,

        /// <summary>Concluded, whatever follows.</summary>
        Concluded = AfterCare | Over,

        /// <summary>From the lodging on, for ever.</summary>
        Always = Open | AfterCare | Concluding | Over,
    }
}
