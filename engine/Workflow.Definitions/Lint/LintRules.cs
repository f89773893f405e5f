using System.Collections.Immutable;
using Workflow.Definitions.Lint.Rules;

namespace Workflow.Definitions.Lint;

/// <summary>Every rule of lint, once. The guide, <c>lint --help</c> and <c>lint --explain</c> print this list.</summary>
public static class LintRules
{
    /// <summary>The rules, in the order in which the guide shows them.</summary>
    public static ImmutableArray<LintRule> All { get; } =
    [
        ClockStops.Never, ClockStops.NoUntil, ClockStops.OnlyAtEnd,
        ClockLength.Floors, ClockLength.Budgets, ClockLength.Law, ClockLength.Floor, UnsetLengths.Rule, LateOpening.Rule, CitizenRolls.Rule,
        ClockTerms.StopsAtStart, ClockTerms.PromiseLonger, ClockTerms.LampFromStart,
        ClockGrounds.Foreign, ClockGrounds.Unlisted, GrantedOnly.Rule,
        Extensions.Approver, Extensions.Rank,
        MomentUse.NeverMarked, MomentUse.NeverUsed,
        Needs.Impossible, Needs.SomePath, LotsOrder.Rule,
        Backs.Unbounded, Backs.NothingFollows, CallEnds.Rule, CallCircles.Rule,
        SilentConsent.Decision, SilentConsent.Opinion, SilentConsent.Against, SilentRefusal.Rule, SilentAbandonment.ByItself, SilentAbandonment.ByLaw,
        Editions.NotInForce, Editions.UnknownEdition, Editions.UnknownLaw, StatutoryLabel.Rule, UnverifiedLaw.Rule,
        Refusals.NoReasons, Refusals.NoRemedies, Refusals.NoDocument, Refusals.WrongOrder,
        EndTitles.Unknown, EndTitles.Untitled, Documents.NeverIssued, Documents.NeverDelivered,
        Separation.Unsatisfiable, Separation.Chair,
        Joints.OpenForEver, Joints.NobodyTold, Joints.Unreachable, Joints.Overlap,
        ParticipantSilence.Permit, ParticipantSilence.NoLaw, ParticipantSilence.Outlasts, ParticipantSilence.Unheard,
        Assignments.Party, Assignments.AnyTime, Assignments.Itself, Assignments.NeverPasses,
        PostHolders.Vacant, PostHolders.NobodyLeft,
        CatalogueRow.Unlisted, CatalogueRow.NeverActive, CatalogueRow.OtherType, CatalogueRow.OtherLead,
        AfterWork.OpenForEver, AfterWork.Decides,
        Supplements.Twice, Promises.TooLong, Promises.Everything, Promises.Forgotten,
        TwoOfficers.Rule, Reach.NeverReached, Reach.Cut,
        ReaderWarnings.UnusualRole, ReaderWarnings.SilencesNothing,
        Profiles.FourSteps, Profiles.ThreeDays, Profiles.FiveProcedures,
    ];
}
