using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Storage.Proofs.Findings;

/// <summary>What is wrong with the numbers of cases and papers.</summary>
internal static class NumberFindings
{
    /// <summary>Expected {number} once, but entry {entry} of case {of} had taken it before.</summary>
    internal static Message Twice(string number, string of, long entry) =>
        new("verify.number_twice", ("number", number), ("of", of), ("entry", entry));

    /// <summary>Expected {number}, which somebody entered, on papers of one case, but entry {entry} of case {of} bears it too.</summary>
    internal static Message EnteredTwice(string number, string of, long entry) =>
        new("verify.entered_twice", ("number", number), ("of", of), ("entry", entry));

    /// <summary>Expected {number} in some entry, since a later one was given, but none took it.</summary>
    internal static Message Left(string number) => new("verify.number_left", ("number", number));

    /// <summary>Expected {from} to {to} in some entry, since a later one was given, but none took them.</summary>
    internal static Message LeftMany(string from, string to) => new("verify.numbers_left", ("from", from), ("to", to));

    /// <summary>Returns a number as it stands on a paper, or names a case.</summary>
    internal static string Named(string series, long number) =>
        CaseSeries.Read(series)?.Number(number) ?? NumberPattern.Number(series, number);
}
