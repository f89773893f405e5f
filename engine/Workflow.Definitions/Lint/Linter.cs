using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Rules.Clocks;
using Workflow.Definitions.Lint.Rules.Flow;
using Workflow.Definitions.Lint.Rules.Issuing;
using Workflow.Definitions.Lint.Rules.People;
using Workflow.Definitions.Lint.Rules.Silence;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Definitions.Lint;

/// <summary>Looks for what a definition that can be read still gets wrong. It never throws for what a file may hold.</summary>
public static class Linter
{
    private static readonly IReadOnlyList<Action<Subject, Findings>> Checks =
    [
        ClockStops.Check,
        ClockLength.Check,
        LimitElsewhere.Check,
        UnsetLengths.Check,
        ClockTerms.Check,
        ClockGrounds.Check,
        GrantedOnly.Check,
        LateOpening.Check,
        CitizenRolls.Check,
        Extensions.Check,
        MomentUse.Check,
        Needs.Check,
        LotsOrder.Check,
        Backs.Check,
        SilentConsent.Check,
        SilenceByLaw.Check,
        SilentRefusal.Check,
        SilentAbandonment.Check,
        ItemTypes.Check,
        Editions.Check,
        LapsedBases.Check,
        StatutoryLabel.Check,
        UnverifiedLaw.Check,
        Refusals.Check,
        Refusals.CheckBases,
        AdverseDuties.Check,
        EndTitles.Check,
        HalfTranslated.Check,
        Documents.Check,
        PaperTerms.Check,
        TemplateNames.Check,
        Separation.Check,
        Joints.Check,
        ParticipantSilence.Check,
        AfterWork.Check,
        Supplements.Check,
        Promises.Check,
        TwoOfficers.Check,
        OwnCaseSteps.Check,
        JumpedOver.Check,
        Revocations.Check,
        UnreadLaw.Check,
        Terminations.Check,
        AbsentParties.Check,
        ServiceTerms.Check,
        Assignments.Check,
        Reach.Check,
        Profiles.Check,
    ];

    /// <summary>Returns the reader's problems and what lint finds, in the order of file, line and column.</summary>
    /// <param name="reading">What reading a process file gave; with errors in it there is nothing to look at, and only they return.</param>
    /// <param name="profiles">The policies that hold for the item.</param>
    public static IReadOnlyList<Problem> Lint(DefinitionReading reading, params IReadOnlyCollection<LintProfile> profiles)
    {
        if (reading.Definition is not { } definition)
            return reading.Problems;
        var subject = new Subject(reading, definition, profiles.ToHashSet());
        var findings = new Findings(new DefinitionNames(definition));
        foreach (var check in Checks)
            check(subject, findings);
        return ByPlace.Sorted(reading.Problems.Concat(findings.All).Distinct());
    }

    /// <summary>Returns what no process shows by itself, but several together do.</summary>
    public static IReadOnlyList<Problem> Together(DefinitionLibrary library)
    {
        var findings = new Findings();
        CallEnds.Check(library, findings);
        CallCircles.Check(library, findings);
        return findings.All;
    }
}
