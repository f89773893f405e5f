using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

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

    internal string Actor { get; } = CaseAdopted.Actor(command.System);

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

        return told.Absent ? null : new DocumentIssued
        {
            Document = type.Id,
            Number = type.Number.Kind == NumberKind.None ? null : told.Number,
            Step = step,
            Text = Text,
            Sha256 = told.Sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))),
            On = told.On ?? on,
            RecordedOn = told.On ?? on,
        };
    }

    /// <summary>Whatever is told and belongs to nothing that was done.</summary>
    internal Refusal? Strays() =>
        command.Moments.Keys.FirstOrDefault(m => !_marked.Contains(m)) is { } moment
            ? new Refusal("adopt.moment", $"Expected moments that the acts told mark, but none of them marks '{moment}'.", "tell the step that marks it")
        : command.Opened.Keys.FirstOrDefault(k => !_opened.Contains(k)) is { } run
            ? new Refusal("adopt.opened", $"Expected the days of tasks that opened, but '{run}' did not.", "name the run, as in acceptance#2")
        : command.Documents.Select(d => d.Document).FirstOrDefault(id => Told(id).Count() > _issued.GetValueOrDefault(id)) is { } stray
            ? new Refusal("adopt.document_stray", $"Expected documents that the acts told issue, but of '{stray}' {Told(stray).Count()} are told and {_issued.GetValueOrDefault(stray)} issued.", "tell the step that issued it")
        : null;

    private IEnumerable<ToldDocument> Told(string id) => command.Documents.Where(d => d.Document == id);
}
