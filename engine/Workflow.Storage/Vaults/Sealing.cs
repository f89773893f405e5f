using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Vaults;

/// <summary>Replaces personal values of a command by their salted hash before it is decided, and puts the values into the case's vault.</summary>
internal sealed class Sealing
{
    private readonly ImmutableArray<VaultRow> _rows;

    private Sealing(Request request, ImmutableArray<VaultRow> rows) => (Request, _rows) = (request, rows);

    /// <summary>The command as it may be decided and stored.</summary>
    internal Request Request { get; }

    internal static Sealing Of(Request request, CaseState state, DateTimeOffset at, IOutside outside, Func<byte[]> chance)
    {
        if (request.Command is not IRecordsFields records)
            return new Sealing(request, []);
        if (Process(request, state, at, outside) is not { } process)
            return new Sealing(request, []);
        var sealer = new FieldSealer(chance);
        var command = records.With((asked, values) => sealer.Seal(values, asked.In(process)));
        return new Sealing(request with { Command = command }, sealer.Rows);
    }

    /// <summary>The same with further rows for the vault.</summary>
    internal Sealing And(ImmutableArray<VaultRow> rows) => rows.IsEmpty ? this : new Sealing(Request, _rows.AddRange(rows));

    /// <summary>Writes the values into the vault of a case.</summary>
    internal void Keep(string number, WriteSession session)
    {
        foreach (var row in _rows)
            Vault.Put(number, row, session);
    }

    private static PublishedProcess? Process(Request request, CaseState state, DateTimeOffset at, IOutside outside) =>
        state.Stage != CaseStage.None ? outside.Bound(state.Definition)
        : request.Command is IOpensCase opens ? Binding.Of(opens, Day(request, opens, at, outside), outside).Process
        : null;

    private static DateOnly Day(Request request, IOpensCase opens, DateTimeOffset at, IOutside outside) =>
        request.EffectiveOn ?? outside.Calendar(opens.Process, at).DayOf(at);
}
