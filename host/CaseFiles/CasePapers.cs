using System.Diagnostics;
using Workflow.Definitions.Filing;
using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;
using Workflow.Host.Replaying;
using Workflow.Host.Wording;
using Workflow.Storage.Vaults;

namespace Workflow.Host.CaseFiles;

/// <summary>Makes the papers of a case from its ledger, as they came about.</summary>
/// <param name="recorded">The case.</param>
/// <param name="words">The language.</param>
/// <param name="order">The order they will be filed by: files that belong to different places are listed apart.</param>
/// <param name="personal">The personal values: a file of record shows what was entered and what went out.</param>
public sealed class CasePapers(RecordedCase recorded, Words words, FilingOrder order, OpenedValues personal)
{
    /// <summary>Every paper.</summary>
    public IEnumerable<CaseFilePaper> All() =>
        [
            Application(),
            .. Corrections(),
            .. recorded.State.Documents.Select(Paper),
            .. Materials(),
            .. Opinions(),
            .. Remarks(),
            new CaseFilePaper(PaperKind.Remark, words["file.timeline"], null, Story()),
        ];

    // As it was lodged: what was corrected since is a paper of its own.
    private CaseFilePaper Application()
    {
        var lodged = recorded.First(1)!.State;
        var lines = lodged.Parties.Select(Line).Concat(lodged.Form.Select(f => Line(f.Key, f.Value)));
        return new CaseFilePaper(PaperKind.Application, words["file.application"], lodged.LodgedOn, string.Join('\n', lines));
    }

    private IEnumerable<CaseFilePaper> Corrections() =>
        from entry in recorded.Entries
        from corrected in entry.Events.OfType<FormCorrected>()
        select new CaseFilePaper(PaperKind.Application, words["file.correction"], entry.Stamp.EffectiveOn, Corrected(corrected));

    private string Corrected(FormCorrected corrected) =>
        string.Join(
            '\n',
            corrected
                .Fields.Select(f => Line(f.Key, f.Value))
                .Append(words.Say("file.correction.why", corrected.Document, Person(corrected.By), corrected.Reasons))
        );

    private string Line(PartyEntry party) => Line(recorded.Process.Definition.PartyName(party.Role), party.Name);

    private string Line(string field, FieldValue value) => Line(recorded.Process.Definition.FieldName(field), Value(value));

    private string Line(NameValue title, string value) => words.Say("file.line", words.Title(title), value);

    // The definition of the time tells: a document that states reasons or remedies is a decision on somebody's rights.
    private CaseFilePaper Paper(CaseDocument document)
    {
        var type = recorded.Definitions.All.SelectMany(p => p.Definition.Documents).FirstOrDefault(d => d.Id == document.Issued.Document);
        return new CaseFilePaper(
            Kind(type),
            $"《{type?.Title ?? document.Issued.Document}》{document.Issued.Number}",
            document.Issued.On,
            personal.Legible(document.Issued.Text) + Service(document),
            document.Void is { } cause ? words.Tell(Reasons.Of(cause)) : null,
            type?.Filed
        );
    }

    private static PaperKind Kind(DocumentType? type) =>
        type is { StatesReasons: true } or { StatesRemedies: true } ? PaperKind.Decision : PaperKind.Document;

    private string Service(CaseDocument document) => string.Concat(document.EachService.Select(s => $"\n{Service(s).TrimEnd()}\n"));

    private string Service(DocumentServed served) =>
        words.Say(
            served.To is null ? "file.served" : "file.served.on",
            Lines.Day(served.On),
            served.Way ?? "",
            served.Receipt ?? "",
            served.To?.Name ?? ""
        );

    private IEnumerable<CaseFilePaper> Materials()
    {
        var usual = order.Place(PaperKind.Material, "");
        return Named()
            .Concat(Stood())
            .Concat(Attached())
            .GroupBy(m => order.Place(PaperKind.Material, m.Title, m.Id is null ? null : Known(m.Id)?.Filed))
            .Select(g => new CaseFilePaper(
                PaperKind.Material,
                g.Key == usual ? words["file.evidence"] : g.First().Title.Trim(),
                null,
                string.Join('\n', g.Select(m => m.Line)),
                Filed: g.Key
            ));
    }

    // Materials that came without a word on how they stand.
    private IEnumerable<ListedMaterial> Named()
    {
        var stood = recorded.State.Standings.Select(m => m.Material).ToHashSet(StringComparer.Ordinal);
        return recorded.State.Materials.Where(id => !stood.Contains(id)).Select(id => new ListedMaterial(id, Title(id), Shown(id)));
    }

    private IEnumerable<ListedMaterial> Stood() =>
        recorded
            .State.Standings.GroupBy(m => m.Material)
            .SelectMany(g => g.Select(m => new ListedMaterial(g.Key, Title(g.Key), Standing(m, Shown(g.Key)))));

    private IEnumerable<ListedMaterial> Attached() =>
        recorded.State.Files.Select(f => new ListedMaterial(
            f.Material,
            $"{(f.Material is { } id ? Title(id) : "")} {f.Name}",
            words.Say("file.attached", f.Name, f.Size, f.Sha256)
        ));

    private Material? Known(string id) => recorded.Process.Definition.Materials.FirstOrDefault(m => m.Id == id);

    private string Shown(string id) => words.Title(recorded.Process.Definition.MaterialName(id));

    private string Title(string id) => recorded.Process.Definition.MaterialTitle(id);

    private string Standing(MaterialStood stood, string title) =>
        words
            .Say(
                "file.material",
                title,
                Lines.Day(stood.On),
                words[$"material.{stood.Standing}"],
                stood.Until is { } until ? words.Say("file.material.until", Lines.Day(until)) : "",
                stood.Document ?? ""
            )
            .TrimEnd();

    private IEnumerable<CaseFilePaper> Opinions() =>
        recorded
            .State.Superseded.Concat(recorded.State.Steps.Values)
            .Where(HasOpinions)
            .OrderBy(s => s.Completed?.On ?? s.OpenedOn)
            .ThenBy(Entry)
            .Where(s => recorded.Definitions.Of(s.Key).Find(s.Key) is WorkNode)
            .Select(Opinion);

    private static bool HasOpinions(StepState step) => step.Completed is not null || !step.Answers.IsEmpty || !step.Sides.IsEmpty;

    // Opinions of one day stand in the order in which they were given.
    private long Entry(StepState step) =>
        recorded
            .Entries.LastOrDefault(e => e.Events.OfType<StepCompleted>().Any(c => c.Step == step.Key && c.On == step.Completed?.On))
            ?.Number
        ?? long.MaxValue;

    private CaseFilePaper Opinion(StepState step)
    {
        var names = new CaseWords(recorded.Glossary, recorded.Definitions.Of(step.Key), recorded.State, words.Language);
        return new CaseFilePaper(
            PaperKind.Opinion,
            $"{StepKey.OfRun(names.Step(step.Key), step.Instance)}",
            step.Completed?.On ?? step.OpenedOn,
            string.Join('\n', Said(step, names))
        );
    }

    private IEnumerable<string> Said(StepState step, CaseWords names) =>
        step
            .Answers.Select(a => Answer(a, step, names))
            .Concat(step.Sides.Select(t => t.Reply).OfType<SideReply>().Select(Reply))
            .Append(Result(step, names));

    private string Answer(GivenAnswer given, StepState step, CaseWords names) =>
        words.Say(
            given.Late is null ? "file.answer" : "file.answer.late",
            Persons(given.With.Prepend(given.By)),
            given.Choice is { } choice ? names.Outcome(step.Key, choice) : words["file.abstained"],
            words.Reason(given.Opinion, given.Because) ?? "",
            Lines.Day(given.On)
        );

    private string Reply(SideReply reply) =>
        words.Say(
            "file.answer",
            Person(reply.By),
            words[reply.Agrees ? "file.agrees" : "file.disagrees"],
            reply.Opinion,
            Lines.Day(reply.On)
        );

    private string Result(StepState step, CaseWords names) =>
        step.Completed is not { } done
            ? words["file.no-result"]
            : words.Say(
                "file.result",
                Deciders(step, done),
                names.Outcome(step.Key, done.Outcome),
                words.Reason(done.Reasons, done.Because) ?? ""
            );

    // What several answered they have decided; the rule only counted their answers.
    private string Deciders(StepState step, StepCompleted done) =>
        IsCounted(step)
            ? Persons(step.Answers.Where(a => a.Late is null).SelectMany(a => a.With.Prepend(a.By)).Distinct())
            : Persons(done.With.Prepend(done.By));

    private bool IsCounted(StepState step) =>
        recorded.Definitions.Of(step.Key).Find(step.Key) is JointNode { Vote.Head: null }
        && step.Answers.Any(a => a.Late is null)
        && recorded.State.Clocks.GetValueOrDefault(step.Key)?.Status != ClockStatus.Elapsed;

    private string Persons(IEnumerable<string> ids) => string.Join(words.Language == Language.Zh ? "、" : ", ", ids.Select(Person));

    private IEnumerable<CaseFilePaper> Remarks()
    {
        var (state, supervise, urge) = (recorded.State, words["action.supervise"], words["action.urge"]);
        string[] lines =
        [
            .. state.Comments.Select(c => $"{Person(c.By)}：{c.Text}"),
            .. state.Supervision.Select(s => $"{supervise} {Person(s.By)}：{s.Text}"),
            .. state.Urgings.Select(u => $"{urge} {Person(u.By)}：{u.Text}"),
        ];
        return lines.Length == 0 ? [] : [new CaseFilePaper(PaperKind.Remark, words["file.remarks"], null, string.Join('\n', lines))];
    }

    private string Person(string id) => recorded.Names(words.Language).Name(id);

    private string Story() =>
        TimelineText.Write(
            TimelineTeller.Tell(words.Title(recorded.Process.Definition.Title), [recorded.Entries], recorded.Glossary, words.Language)
        );

    private string Value(FieldValue value) =>
        personal.Open(value) switch
        {
            TextValue t => t.Text,
            NumberValue n => n.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DateValue d => Lines.Day(d.Date),
            TruthValue t => words[t.Yes ? "file.yes" : "file.no"],
            SealedValue s => words.Say("file.sealed", s.Sha256[..12]),
            RowsValue rows => string.Join("；", rows.Rows.Select(row => string.Join("，", row.Values.Select(Value)))),
            _ => throw new UnreachableException($"No answer for {value.GetType().Name}."),
        };

    /// <summary>A material as the list of materials has it.</summary>
    /// <param name="Id">Its id; null for a file that belongs to none.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Line">What is said of it.</param>
    private sealed record ListedMaterial(string? Id, string Title, string Line);
}
