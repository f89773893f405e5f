using Workflow.Engine.Deciding.Materials;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Documents;

/// <summary>Whether a paper would say what its kind has to: one that does not is void in law, and is not issued.</summary>
internal static class PaperNeeds
{
    internal static Refusal? Check(CaseLook look, Complete command, OutcomeRule outcome) =>
        look
            .Definition.Documents.Where(d => outcome.Issues.Contains(d.Id))
            .Select(d => Lacks(look, d, command, outcome))
            .FirstOrDefault(r => r is not null);

    private static Refusal? Lacks(CaseLook look, DocumentType type, Complete command, OutcomeRule outcome)
    {
        if (Addressees.Nobody(look, type) is { } nobody)
            return nobody;
        var paper = Naming.Document(type);
        if (type.StatesReasons && PlainText.IsBlank(command.Reasons))
            return DocumentRefusals.Lacks(paper, DocumentRefusals.Reasons());
        if (type.StatesRemedies && outcome.Remedies is null)
            return DocumentRefusals.Lacks(paper, DocumentRefusals.Remedies());
        if (type.StatesMissing && PlainText.IsBlank(command.Reasons) && !Checking.Missing(look, command).Any())
            return DocumentRefusals.Lacks(paper, DocumentRefusals.WhatIsMissing());
        if (PaperOrgan.IsOpen(look, type, command))
            return DocumentRefusals.Lacks(paper, DocumentRefusals.Organ());
        if (Validities.IsOpen(look, type, command))
            return DocumentRefusals.Lacks(paper, DocumentRefusals.ValidUntil());
        return type.StatesFields?.FirstOrDefault(f => FieldChecks.IsMissing(command.Fields.GetValueOrDefault(f))) is { } field
            ? DocumentRefusals.Lacks(paper, DocumentRefusals.Entered(Naming.Field(look, command.Step, field)))
            : null;
    }
}
