using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;

namespace Workflow.Host.Commands;

/// <summary><c>replay CASE</c>: folds a case's ledger again.</summary>
public static class ReplayVerb
{
    public static Command Make(Terminal terminal)
    {
        var number = new Argument<string>("CASE") { Description = "The case's number." };
        var (database, json) = (Shared.Database(), Shared.AsJson());
        var at = new Option<DateTimeOffset?>("--at") { Description = "As it was recorded by this moment.", HelpName = "MOMENT" };
        var verb = new Command("replay", Help.Replay) { number, database, at, json };
        verb.SetAction((parsed, _) => Run(terminal, parsed.GetValue(database)!, parsed.GetValue(number)!, parsed.GetValue(at) ?? DateTimeOffset.MaxValue, parsed.GetValue(json)));
        return verb;
    }

    private static async Task<int> Run(Terminal terminal, string file, string number, DateTimeOffset at, bool json)
    {
        await using var database = DatabaseFile.OpenExisting(file);
        var entries = new CaseReads(database).Timeline(number).TakeWhile(k => k.Entry.Stamp.RecordedAt <= at).ToList();
        if (entries.Count == 0) throw new OpeningRefusedException($"Expected a case, but '{file}' has none with the number '{number}' by then; run 'cases' to see which there are.");
        var state = entries.Aggregate(CaseState.Empty, (s, k) => CaseFold.Apply(s, k.Entry.Events, k.Entry.Stamp.RecordedAt));
        if (json) terminal.WriteJson(new { entries = entries.Select(Shown), state = JsonNode.Parse(LedgerJson.Write(state)) });
        else Text(terminal, entries, state);
        return 0;
    }

    private static object Shown(KeptEntry kept) => new { kept.Hash, entry = JsonNode.Parse(LedgerJson.Write(kept.Entry)) };

    private static void Text(Terminal terminal, List<KeptEntry> entries, CaseState state)
    {
        foreach (var (entry, stamp) in entries.Select(k => (k.Entry, k.Entry.Stamp)))
        {
            terminal.Out.WriteLine($"#{entry.Number} {stamp.RecordedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} effective {stamp.EffectiveOn:yyyy-MM-dd} {stamp.Actor}{(stamp.For is { } f ? $" for {f}" : "")}");
            foreach (var happened in entry.Events) terminal.Out.WriteLine($"    {Brief(happened)}");
        }

        terminal.Out.WriteLine($"{state.Number}: {state.Stage}{(state.Result is { } result ? $", {result}" : "")}, {state.Entries} entries.");
    }

    // The stored name, then what was concluded, without the braces.
    private static string Brief(CaseEvent happened)
    {
        using var json = JsonDocument.Parse(LedgerJson.Write(happened));
        var parts = json.RootElement.EnumerateObject().Where(p => p.Name is not ("is" or "text")).Select(p => $"{p.Name}={Value(p.Value)}");
        return $"{json.RootElement.GetProperty("is").GetString()} {string.Join(' ', parts)}";
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Value))}]",
        JsonValueKind.Object => value.TryGetProperty("dueOn", out var due) ? $"{value.GetProperty("id")} due {due}" : value.GetRawText(),
        _ => value.ToString(),
    };
}
