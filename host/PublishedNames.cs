using Workflow.Definitions.Lint.Writing;
using Workflow.Host.Attachments;
using Workflow.Host.Cases;
using Workflow.Host.Deadlines;
using Workflow.Host.Definitions;
using Workflow.Host.Drafts;
using Workflow.Host.Identity;
using Workflow.Host.Inbox;
using Workflow.Host.Jobs;
using Workflow.Host.Proving;
using Workflow.Host.Replaying;
using Workflow.Host.Seals;

namespace Workflow.Host;

/// <summary>
/// The names under which the description of the interface shows the records of use cases whose names in the code say more. Clients
/// are made from them, so they stay.
/// </summary>
internal static class PublishedNames
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(CloseAlert.AlertToClose)] = "CloseAlertBody",
        [typeof(CommandSender.CommandAnswer)] = "CommandSenderAnswer",
        [typeof(CompareReceipts.ComparedReceipts)] = "CompareReceiptsAnswer",
        [typeof(CompareReceipts.ComparedReceipt)] = "CompareReceiptsItem",
        [typeof(ExportVerdict.ShownExport)] = "ExportVerdictShown",
        [typeof(HandOver.HandOverRequest)] = "HandOverBody",
        [typeof(HandOver.HandedOverTask)] = "HandOverResult",
        [typeof(HandOver.HandedOver)] = "HandOverResults",
        [typeof(LedgerVerdict.ShownLedger)] = "LedgerVerdictShown",
        [typeof(LintAnswer)] = "LintDefinitionAnswer",
        [typeof(FoundProblem)] = "LintDefinitionFound",
        [typeof(ListAlerts.ListedAlert)] = "ListAlertsItem",
        [typeof(ListCases.ListedCase)] = "ListCasesItem",
        [typeof(ListCopies.ListedCopy)] = "ListCopiesItem",
        [typeof(ListDefinitions.ListedDefinition)] = "ListDefinitionsItem",
        [typeof(ListReceipts.ListedReceipt)] = "ListReceiptsItem",
        [typeof(ListWork.ListedTask)] = "ListWorkItem",
        [typeof(ReplayCase.ReplayAnswer)] = "ReplayCaseAnswer",
        [typeof(SealNow.SealAnswer)] = "SealNowAnswer",
        [typeof(SendMany.SentCommand)] = "SendManyResult",
        [typeof(SendMany.SentCommands)] = "SendManyResults",
        [typeof(ShowDraft.DraftAnswer)] = "ShowDraftAnswer",
        [typeof(ShowJobs.ListedJob)] = "ShowJobsItem",
        [typeof(ShowMe.OwnPost)] = "ShowMeHeldPost",
        [typeof(ShowSeals.ListedSeal)] = "ShowSealsItem",
        [typeof(ShowTimeline.TimelineItem)] = "ShowTimelineItem",
        [typeof(ShownReport.SealReach)] = "ShownReportReach",
        [typeof(ShownReport.ChainRun)] = "ShownReportRun",
        [typeof(UploadFile.UploadAnswer)] = "UploadFileAnswer",
    };

    /// <summary>Returns the published name of a record; null where it is shown by its own.</summary>
    internal static string? Of(Type type) => Names.GetValueOrDefault(type);
}
