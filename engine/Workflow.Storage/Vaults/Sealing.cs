using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Adoption;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Vaults;

/// <summary>Replaces personal values of a command by their salted hash before it is decided, and puts the values into the case's vault.</summary>
internal sealed class Sealing
{
    private readonly ImmutableArray<SealedRow> _rows;

    private Sealing(Request request, ImmutableArray<SealedRow> rows) => (Request, _rows) = (request, rows);

    /// <summary>The command as it may be decided and stored.</summary>
    internal Request Request { get; }

    internal static Sealing Of(Request request, CaseState state, DateTimeOffset at, IOutside outside, Func<byte[]> chance)
    {
        if (request.Command is not (Lodge or AdoptCase or Complete or Answer or CorrectForm)) return new Sealing(request, []);
        if (Process(request, state, at, outside) is not { } process) return new Sealing(request, []);
        var sealer = new FieldSealer(chance);
        var command = Seal(request.Command, process, sealer);
        return new Sealing(request with { Command = command }, sealer.Rows);
    }

    /// <summary>The same with further rows for the vault.</summary>
    internal Sealing And(ImmutableArray<SealedRow> rows) => rows.IsEmpty ? this : new Sealing(Request, _rows.AddRange(rows));

    /// <summary>Writes the values into the vault of a case.</summary>
    internal void Keep(string number, WriteSession session)
    {
        foreach (var row in _rows) Vault.Put(number, row, session);
    }

    private static PublishedProcess? Process(Request request, CaseState state, DateTimeOffset at, IOutside outside) =>
        request.Command is AdoptCase adopt ? Binding.Of(adopt, outside).Process
        : request.Command is Lodge lodge
            ? outside.InForce(lodge.Process, request.EffectiveOn ?? outside.Calendar(lodge.Process, at).DayOf(at))
            : state.Stage == CaseStage.None ? null : outside.Bound(state.Definition);

    private static CaseCommand Seal(CaseCommand command, PublishedProcess process, FieldSealer sealer) => command switch
    {
        Lodge c => c with { Form = sealer.Seal(c.Form, process.Definition.Form) },
        AdoptCase c => c with { Form = sealer.Seal(c.Form, process.Definition.Form), Acts = [.. c.Acts.Select(a => a with { Fields = sealer.Seal(a.Fields, Asked(process, a.Step, a.Outcome)) })] },
        Complete c => c with { Fields = sealer.Seal(c.Fields, Asked(process, c.Step, c.Outcome)) },
        CorrectForm c => c with { Fields = sealer.Seal(c.Fields, process.Definition.Form) },
        Answer c => c with { Fields = sealer.Seal(c.Fields, Asked(process, c.Step, c.Choice)) },
        _ => command,
    };

    private static ImmutableArray<Field> Asked(PublishedProcess process, string step, string? outcome) =>
        process.Find(step) is WorkNode node
            ? [.. node.Asks, .. node.Outcomes.Where(o => o.Id == outcome).SelectMany(o => o.Asks)]
            : [];
}
