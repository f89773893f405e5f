using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;

namespace Workflow.Host.CaseFiles;

/// <summary>The table on the cover of a case file: what the case is, how it ended, and how long its file is kept.</summary>
internal static class CaseFileCover
{
    internal static IEnumerable<string[]> Rows(RecordedCase recorded, CaseFile file, Words words) =>
        [.. What(recorded, words), .. End(recorded, words), .. Papers(recorded, file, words)];

    private static IEnumerable<string[]> What(RecordedCase recorded, Words words)
    {
        var (definition, state) = (recorded.Process.Definition, recorded.State);
        return
        [
            [words["file.cover.process"], words.Title(definition.Title)],
            [words["file.cover.item"], $"{definition.Item.Type} {definition.Item.Code}"],
            [words["file.cover.parties"], string.Join("、", state.Parties.Select(p => p.Name))],
            [words["file.cover.lodged"], Lines.Day(state.LodgedOn)],
            [words["file.cover.result"], words.End(definition, state.Result) ?? words["file.no-result"]],
        ];
    }

    private static IEnumerable<string[]> End(RecordedCase recorded, Words words)
    {
        var closed = recorded.Entries.SelectMany(e => e.Events).OfType<CaseClosed>().LastOrDefault();
        return
        [
            [words["file.cover.closed"], closed is null ? words["file.open"] : Lines.Day(closed.On)],
            [words["file.cover.class"], Class(recorded.Process.Definition.Retention, words)],
            [words["file.cover.kept"], closed is null ? "" : Kept(closed, words)],
        ];
    }

    private static string Class(Retention kept, Words words) =>
        kept.Years is { } years ? words.Say("file.years", years) : words["file.permanent"];

    private static string Kept(CaseClosed closed, Words words) =>
        closed.KeepUntil is { } until ? Lines.Day(until) : words["file.permanent"];

    private static IEnumerable<string[]> Papers(RecordedCase recorded, CaseFile file, Words words) =>
        [
            [words["file.cover.papers"], words.Say("file.counts", Count(file.Main), Count(file.Side), recorded.State.Files.Length)],
            [words["file.cover.order"], file.Basis],
        ];

    private static int Count(IEnumerable<CaseFileSection> sections) => sections.Sum(s => s.Papers.Length);
}
