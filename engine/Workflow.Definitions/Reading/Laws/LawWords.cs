using Workflow.Engine.Laws;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Laws;

/// <summary>The words of the closed sets in a law's file.</summary>
internal static class LawWords
{
    public static readonly (string, LawKind)[] Kinds =
    [
        ("law", LawKind.Law),
        ("regulation", LawKind.Regulation),
        ("rule", LawKind.Rule),
        ("interpretation", LawKind.Interpretation),
        ("document", LawKind.Document),
        ("local", LawKind.Local),
    ];

    public static readonly (string, ArticleStatus)[] Statuses =
    [
        ("read", ArticleStatus.Read),
        ("excerpt", ArticleStatus.Excerpt),
        ("unverified", ArticleStatus.Unverified),
        ("local", ArticleStatus.Local),
    ];

    public static readonly (string, ArticleLimitKind)[] Limits =
    [
        ("at-most", ArticleLimitKind.AtMost),
        ("at-least", ArticleLimitKind.AtLeast),
        ("before", ArticleLimitKind.Before),
    ];

    public static readonly (string, ApproverRank)[] Ranks =
    [
        (Roles.Officer, ApproverRank.Officer),
        (Roles.OfficeLeader, ApproverRank.OfficeLeader),
        (Roles.Leader, ApproverRank.Leader),
        (Roles.Chief, ApproverRank.Chief),
        ("government-leader", ApproverRank.GovernmentLeader),
        ("collective", ApproverRank.Collective),
    ];

    public static readonly (string, SilenceMeaning)[] Meanings =
    [
        ("accepted", SilenceMeaning.Accepted),
        ("granted", SilenceMeaning.Granted),
        ("abandoned", SilenceMeaning.Abandoned),
        ("withdrawn", SilenceMeaning.Withdrawn),
        ("consent", SilenceMeaning.Consent),
        ("no-objection", SilenceMeaning.NoObjection),
        ("refused", SilenceMeaning.Refused),
        ("overdue", SilenceMeaning.Overdue),
        ("none", SilenceMeaning.None),
    ];

    public static readonly (string, SilenceDay)[] SilenceDays =
    [
        ("start", SilenceDay.Start),
        ("due", SilenceDay.Due),
        ("expiry", SilenceDay.Expiry),
    ];

    public static readonly (string, RemedyBody)[] Bodies = [("reconsideration", RemedyBody.Reconsideration), ("court", RemedyBody.Court)];

    public static readonly (string, Duty)[] Duties =
    [
        ("reasons", Duty.Reasons),
        ("remedies-told", Duty.RemediesTold),
        ("written", Duty.Written),
        ("tell-once", Duty.TellOnce),
        ("two-officers", Duty.TwoOfficers),
        ("separate-chair", Duty.SeparateChair),
        ("good-cause", Duty.GoodCause),
        ("granted-only", Duty.GrantedOnly),
        ("reconsideration-first", Duty.ReconsiderationFirst),
        ("heard", Duty.Heard),
        ("hearing-told", Duty.HearingTold),
        ("published", Duty.Published),
        ("collective", Duty.Collective),
        ("legality-review", Duty.LegalityReview),
        ("served", Duty.Served),
        ("receipt", Duty.Receipt),
        ("recusal", Duty.Recusal),
        ("no-fee", Duty.NoFee),
        ("told-before", Duty.ToldBefore),
        ("either-organ", Duty.EitherOrgan),
    ];
}
