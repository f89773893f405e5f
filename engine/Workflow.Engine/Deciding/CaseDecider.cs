using Workflow.Engine.Deciding.Clocks;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Lots;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>Decides commands: definition, state, command and stamp in; events or a refusal out. It knows nothing else.</summary>
public static class CaseDecider
{
    /// <summary>Decides a command. The clocks due at the stamp's moment must have been settled before (<see cref="Settling"/>).</summary>
    /// <param name="process">The definition that decides: the one the case is bound to, or for a <see cref="MigrateCase"/> the one it moves to.</param>
    /// <param name="state">The case.</param>
    /// <param name="command">The command.</param>
    /// <param name="stamp">The outside facts.</param>
    /// <param name="from">For a <see cref="MigrateCase"/> the definition that the case is bound to before; otherwise null.</param>
    public static Decision Decide(
        PublishedProcess process,
        CaseState state,
        CaseCommand command,
        Stamp stamp,
        PublishedProcess? from = null
    )
    {
        var turn = new CaseTurn(process, state, stamp, from);
        command = ClockNames.Resolve(state, command);
        var refusal = Timing.Check(turn, command) ?? Deputyship.MustBeDeputy(turn) ?? Lengths.Check(command) ?? Apply(turn, command);
        if (refusal is not null)
            return new Refused(refusal);
        NamedParties.AfterAct(turn, command);
        Advance.Run(turn);
        return (LateChanges.Check(turn, state, command) ?? LatePapers.Check(turn, command)) is { } late ? new Refused(late) : turn.Finish();
    }

    /// <summary>Names the outside facts that deciding a command may use.</summary>
    public static CaseNeeds Needs(PublishedProcess process, CaseState state, CaseCommand command, Actor actor, string? actedFor)
    {
        var named = (command is INamesPeople names ? names.People : [])
            .Concat(Holders(state, command))
            .Concat(command is Reply reply ? Cosigning.People(state, reply.Step) : Enumerable.Empty<string>())
            .Concat(command is IAtStep ? RestedOn.People(process.Definition, state) : Enumerable.Empty<string>());
        IEnumerable<string> acting = actor is RuleActor ? [] : [actor];
        var people = named.Concat(acting).Concat(actedFor is null ? [] : [actedFor]).Distinct();
        var needs = new CaseNeeds(
            [.. people],
            command is IOpensCase ? process.Definition.Id : null,
            false,
            command is INamesDefinition ? process.Digest : null
        );
        if (command is IToReader { Reader: { } reader })
            needs = needs with { Reader = new CopyReader(state.Number, reader) };
        return LotsNeeds.Add(needs, process, state, command);
    }

    // Who holds a task must be entitled to it after a move too, and whoever acts at a step takes the place only of one who has left.
    private static IEnumerable<string> Holders(CaseState state, CaseCommand command) =>
        command is MigrateCase
            ? Leavers.Open(state).Select(s => s.ClaimedBy).OfType<string>()
            : Leavers.Open(state).Where(s => s.Key == (command as IAtStep)?.Step).SelectMany(Leavers.Holding);

    private static Refusal? Apply(CaseTurn turn, CaseCommand command) =>
        Admitting.Check(turn, command) ?? Operations.Of(command).Decide(turn, command);
}
