namespace Workflow.Engine.Laws;

/// <summary>What an article demands. A closed set.</summary>
public enum Duty
{
    /// <summary>Reasons are stated.</summary>
    Reasons,

    /// <summary>Remedies are told.</summary>
    RemediesTold,

    /// <summary>There is a written paper.</summary>
    Written,

    /// <summary>Everything missing is told at once and once.</summary>
    TellOnce,

    /// <summary>At least two officers act.</summary>
    TwoOfficers,

    /// <summary>The chair of a hearing is not who reviewed.</summary>
    SeparateChair,

    /// <summary>Silence counts only without good cause, which a person must find.</summary>
    GoodCause,

    /// <summary>The limit speaks of granted cases only.</summary>
    GrantedOnly,

    /// <summary>Reconsideration comes before a suit.</summary>
    ReconsiderationFirst,

    /// <summary>The party is heard.</summary>
    Heard,

    /// <summary>The right to a hearing is told.</summary>
    HearingTold,

    /// <summary>It is published.</summary>
    Published,

    /// <summary>The leaders decide together.</summary>
    Collective,

    /// <summary>Its legality is reviewed.</summary>
    LegalityReview,

    /// <summary>It is served.</summary>
    Served,

    /// <summary>There is a receipt.</summary>
    Receipt,

    /// <summary>Who is not impartial withdraws.</summary>
    Recusal,

    /// <summary>Nothing is charged.</summary>
    NoFee,

    /// <summary>What is meant is told to the party before it is decided.</summary>
    ToldBefore,

    /// <summary>The party chooses between the government and the superior department.</summary>
    EitherOrgan,
}
