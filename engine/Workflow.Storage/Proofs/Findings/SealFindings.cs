using Workflow.Engine.Messages;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with a seal.</summary>
internal static class SealFindings
{
    /// <summary>Expected seal {expected}, but found {found}.</summary>
    internal static Message OtherNumber(long expected, long found) => new("verify.seal_number", ("expected", expected), ("found", found));

    /// <summary>Expected a stored seal, but the text is none.</summary>
    internal static Message NotASeal() => new("verify.not_a_seal");

    /// <summary>Expected the seal before to have the hash {named}, but it has {found}.</summary>
    internal static Message OtherPrevious(string named, string found) => new("verify.seal_previous", ("named", named), ("found", found));

    /// <summary>Expected seal {expected}, but the text is seal {found}.</summary>
    internal static Message OtherSeal(long expected, long found) => new("verify.other_seal", ("expected", expected), ("found", found));

    /// <summary>Expected the algorithm '{expected}', but found '{found}'.</summary>
    internal static Message OtherAlgorithm(string expected, string found) =>
        new("verify.algorithm", ("expected", expected), ("found", found));

    /// <summary>Expected a moment not before that of seal {seal}, but it is {at}.</summary>
    internal static Message TooEarly(long seal, string at) => new("verify.seal_moment", ("seal", seal), ("at", at));

    /// <summary>Expected an entry that was in the ledger at seal {seal} of {sealed}, since it says that it was recorded at {at}, but the seal does not cover it.</summary>
    internal static Message Backdated(DateTimeOffset at, long seal, DateTimeOffset sealedAt) =>
        new("verify.backdated", ("at", at), ("seal", seal), ("sealed", sealedAt));

    /// <summary>Expected {heads} heads with the root {root}, but found {found} with the root {foundRoot}.</summary>
    internal static Message OtherTree(long heads, string root, long found, string foundRoot) =>
        new("verify.tree", ("heads", heads), ("root", root), ("found", found), ("foundRoot", foundRoot));

    /// <summary>Expected {heads} heads with the root {root}, but found none.</summary>
    internal static Message NoTree(long heads, string root) => new("verify.tree_none", ("heads", heads), ("root", root));

    /// <summary>Expected heads in the order of their kinds and names, each once, but found {name} where it does not belong.</summary>
    internal static Message OutOfOrder(string name) => new("verify.head_order", ("name", name));

    /// <summary>Expected {cases} cases with {entries} entries and {access} entries of access logs, but the seals up to this one cover {foundCases}, {foundEntries} and {foundAccess}.</summary>
    internal static Message OtherTotals(long cases, long entries, long access, long foundCases, long foundEntries, long foundAccess) =>
        new(
            "verify.totals",
            ("cases", cases),
            ("entries", entries),
            ("access", access),
            ("foundCases", foundCases),
            ("foundEntries", foundEntries),
            ("foundAccess", foundAccess)
        );

    /// <summary>Expected a path from the head of {number} to the root of seal {seal}, but this one does not lead there.</summary>
    internal static Message NoPath(string number, long seal) => new("verify.path", ("number", number), ("seal", seal));

    /// <summary>Expected a proof that seal {seal} does not name {number}, but this one does not prove it.</summary>
    internal static Message NoAbsence(string number, long seal) => new("verify.absence", ("number", number), ("seal", seal));

    /// <summary>Expected one answer from seal {seal}, but found a second.</summary>
    internal static Message TwoAnswers(long seal) => new("verify.two_answers", ("seal", seal));

    /// <summary>Expected a path from the head of {number} to the root of seal {seal}, or a proof that it does not name the case, but the export has neither.</summary>
    internal static Message NoAnswer(string number, long seal) => new("verify.no_answer", ("number", number), ("seal", seal));
}
