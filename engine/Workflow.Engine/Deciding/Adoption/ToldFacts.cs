using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Adoption;

/// <summary>What another system tells besides the acts themselves, asked for while its days are lived again: papers, moments, and when tasks opened.</summary>
internal sealed class ToldFacts(AdoptCase command)
{
    private readonly Dictionary<string, int> _issued = new(StringComparer.Ordinal);
    private readonly HashSet<string> _marked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);

    /// <summary>The first document that an act issued and that nothing is told of; null for none.</summary>
    internal (DocumentType Type, string Step)? Missing { get; private set; }

    // The paper itself stays in the other system's file; whoever reads the case here is told so.
    private string Text => $"（{command.System}出具，正文见移交案卷）";

    internal SystemActor Actor { get; } = new(command.System);

    internal DateOnly? Moment(string moment)
    {
        _marked.Add(moment);
        return command.Moments.TryGetValue(moment, out var day) ? day : null;
    }

    internal DateOnly? OpenedOn(string key, int instance)
    {
        _opened.Add(StepKey.OfRun(key, instance));
        return command.Opened.TryGetValue(StepKey.OfRun(key, instance), out var day) ? day : null;
    }

    /// <summary>Returns the next paper of a type as it was issued there; null where there was none.</summary>
    internal DocumentIssued? Issued(DocumentType type, string step, DateOnly on)
    {
        var place = _issued[type.Id] = _issued.GetValueOrDefault(type.Id) + 1;
        if (Told(type.Id).ElementAtOrDefault(place - 1) is not { } told)
        {
            Missing ??= (type, step);
            return null;
        }

        return told.Absent ? null : Issued(type, step, told, told.On ?? on);
    }

    /// <summary>Whatever is told and belongs to nothing that was done.</summary>
    internal Refusal? Strays(CaseLook look) => StrayMoment(look) ?? StrayRun(look) ?? StrayDocument(look);

    private DocumentIssued Issued(DocumentType type, string step, ToldDocument told, DateOnly on) =>
        new()
        {
            Document = type.Id,
            Number = type.Number.Kind == NumberKind.None ? null : told.Number,
            Step = step,
            Text = Text,
            Sha256 = told.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            On = on,
            RecordedOn = on,
        };

    private Refusal? StrayMoment(CaseLook look) =>
        command.Moments.Keys.FirstOrDefault(m => !_marked.Contains(m)) is { } moment
            ? AdoptRefusals.Moment(Naming.Moment(look.Definition, moment))
            : null;

    private Refusal? StrayRun(CaseLook look) =>
        command.Opened.Keys.FirstOrDefault(k => !_opened.Contains(k)) is { } run
            ? AdoptRefusals.NeverOpened(RunNaming.Of(look, run))
            : null;

    private Refusal? StrayDocument(CaseLook look) =>
        command.Documents.Select(d => d.Document).FirstOrDefault(id => Told(id).Count() > _issued.GetValueOrDefault(id)) is { } stray
            ? AdoptRefusals.DocumentStray(Naming.Document(look.Definition, stray), Told(stray).Count(), _issued.GetValueOrDefault(stray))
            : null;

    private IEnumerable<ToldDocument> Told(string id) => command.Documents.Where(d => d.Document == id);
}
