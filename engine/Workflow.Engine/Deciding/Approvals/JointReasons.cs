using System.Diagnostics;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding.Approvals;

/// <summary>The reasons of a joint result: the opinions that led to it, word for word.</summary>
internal static class JointReasons
{
    internal static string? Of(CaseLook look, JointNode joint, StepState step, OutcomeRule outcome)
    {
        var behind = step
            .Answers.Where(a => IsBehind(a, outcome))
            .Select(a => $"{Title(look, joint, a.Participant)}：{a.OnPaper}")
            .ToList();
        return behind.Count == 0 ? null : string.Join("；", behind);
    }

    private static bool IsBehind(GivenAnswer answer, OutcomeRule outcome) =>
        !PlainText.IsBlank(answer.OnPaper) && (answer.Choice == outcome.Id || outcome.ReasonsRequired);

    // Citizens read the reasons in the documents: an office has its name there, not its key.
    private static string Title(CaseLook look, JointNode joint, string key) =>
        joint.ParticipantOf(key)?.By switch
        {
            not null when Seat.PersonOf(key) is { } member => Naming.Person(look, member).Zh,
            OfficeRole o => look.Definition.Offices.FirstOrDefault(d => d.Key == o.Office)?.Title,
            PartyRole r => look.Definition.Parties.FirstOrDefault(d => d.Role == r.Role)?.Title,
            FieldOffice or null => Signer(look, joint, key),
            var by => throw new UnreachableException($"No answer for {by.GetType().Name}."),
        } ?? key;

    private static string? Signer(CaseLook look, JointNode joint, string key)
    {
        var person = look.State.Steps[joint.Id].Sides.FirstOrDefault(t => t.Who.Key == key)?.Who.Person;
        return person is null ? null : Actors.Find(look, person)?.Name ?? person;
    }
}
