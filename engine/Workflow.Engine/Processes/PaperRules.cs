namespace Workflow.Engine.Processes;

/// <summary>By which rules the papers of a process are made.</summary>
public enum PaperRules
{
    /// <summary>The rules of definitions read before a paper knew its issuer: every paper is issued in the name of the leading office, on the basis of the whole process.</summary>
    OfTheCase,

    /// <summary>Each in the name of the office whose step issues it, on its own basis, and only with what it states.</summary>
    OfTheIssuer,

    /// <summary>As of the issuer; each rests on its own law and never on that of the whole process, and a receipt says what it proves.</summary>
    OfThePaper,
}
