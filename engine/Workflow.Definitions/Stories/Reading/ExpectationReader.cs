using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.State;

namespace Workflow.Definitions.Stories.Reading;

/// <summary>Reads what must be true after a move.</summary>
internal static class ExpectationReader
{
    internal static ImmutableArray<Expectation> Read(Scope scope, SyntaxNode syntax, StoryNames names)
    {
        if (Shape.Of(scope, syntax, ScenarioKeys.Expect, Things.Expectations) is not { } shape)
            return [];
        return [.. shape.Entries.Where(e => ScenarioKeys.Expect.Keys.Contains(e.Key)).SelectMany(e => Of(scope, e, names))];
    }

    private static IEnumerable<Expectation> Of(Scope scope, MapEntry entry, StoryNames names)
    {
        var subject = Enum.Parse<ExpectedSubject>(entry.Key, ignoreCase: true);
        return subject switch
        {
            ExpectedSubject.Open => One(scope, entry, subject, null, (s, v) => StepList(s, v, names)),
            ExpectedSubject.Result => One(scope, entry, subject, null, Word),
            ExpectedSubject.Stage => One(scope, entry, subject, null, (s, v) => OneOf(s, v, "open", "concluded", "closed")),
            ExpectedSubject.Done
            or ExpectedSubject.By
            or ExpectedSubject.Moments
            or ExpectedSubject.Documents
            or ExpectedSubject.Materials
            or ExpectedSubject.Inbox
            or ExpectedSubject.Due
            or ExpectedSubject.Promise
            or ExpectedSubject.Status
            or ExpectedSubject.Lamp
            or ExpectedSubject.Left
            or ExpectedSubject.Escalated => Each(scope, entry, subject, names),
            _ => throw new UnreachableException($"No answer for {subject}."),
        };
    }

    private static IEnumerable<Expectation> Each(Scope scope, MapEntry entry, ExpectedSubject subject, StoryNames names) =>
        TextsByName
            .Entries(scope, entry.Value, Things.EachWithValue(Named(subject, names).What, entry.Key))
            .Where(e => StoryNames.Check(scope, e.Key, e.KeyAt, Named(subject, names).What, Named(subject, names).Known))
            .SelectMany(e => One(scope, e, subject, e.Key, (s, v) => Value(s, v, subject, names)));

    private static IEnumerable<Expectation> One(
        Scope scope,
        MapEntry entry,
        ExpectedSubject subject,
        string? name,
        Func<Scope, SyntaxNode, string?> read
    ) => read(scope, entry.Value) is { } value ? [new Expectation(entry.KeyAt, subject, name, value)] : [];

    // What a thing is whose name is expected, and the names that there are.
    private static (Message What, IEnumerable<string> Known) Named(ExpectedSubject subject, StoryNames names) =>
        subject switch
        {
            ExpectedSubject.Done or ExpectedSubject.By => (Things.Step, names.Steps),
            ExpectedSubject.Moments => (Things.Moment, names.Moments),
            ExpectedSubject.Documents => (Things.Document, names.Documents),
            ExpectedSubject.Materials => (Things.Material, names.Materials),
            ExpectedSubject.Inbox => (Things.PersonOfTheRegister, names.People),
            ExpectedSubject.Due
            or ExpectedSubject.Promise
            or ExpectedSubject.Status
            or ExpectedSubject.Lamp
            or ExpectedSubject.Left
            or ExpectedSubject.Escalated => (Things.Clock, names.Clocks),
            _ => throw new UnreachableException($"No answer for {subject}."),
        };

    private static string? Value(Scope scope, SyntaxNode syntax, ExpectedSubject subject, StoryNames names) =>
        subject switch
        {
            ExpectedSubject.Due => syntax is ScalarSyntax { Text: "paused" or "none" } word ? word.Text : Day(scope, syntax),
            ExpectedSubject.Promise or ExpectedSubject.Moments => syntax is ScalarSyntax { Text: "none" } ? "none" : Day(scope, syntax),
            ExpectedSubject.Status => OneOf(scope, syntax, "running", "paused", "overdue", "elapsed", "stopped", "none"),
            ExpectedSubject.Lamp => OneOf(scope, syntax, "green", "yellow", "red", "grey", "none"),
            ExpectedSubject.Left or ExpectedSubject.Escalated => Values
                .Whole(scope, syntax, Things.Number, 0)
                ?.ToString(CultureInfo.InvariantCulture),
            ExpectedSubject.Materials => OneOf(scope, syntax, [.. Standings.Words]),
            ExpectedSubject.Inbox => StepList(scope, syntax, names),
            ExpectedSubject.Documents => string.Join(", ", ActReader.Words(scope, syntax, Things.Number)),
            ExpectedSubject.Open or ExpectedSubject.Result or ExpectedSubject.Stage or ExpectedSubject.Done or ExpectedSubject.By => Word(
                scope,
                syntax
            ),
            _ => throw new UnreachableException($"No answer for {subject}."),
        };

    private static string? Day(Scope scope, SyntaxNode syntax) =>
        Days.Of(scope, syntax)?.ToString(Days.Format, CultureInfo.InvariantCulture);

    private static string? Word(Scope scope, SyntaxNode syntax) => Values.Scalar(scope, syntax, Things.Word)?.Text;

    private static string? OneOf(Scope scope, SyntaxNode syntax, params ReadOnlySpan<string> words)
    {
        if (Values.Scalar(scope, syntax, Things.Word) is not { } scalar)
            return null;
        foreach (var word in words)
            if (word == scalar.Text)
                return word;
        scope.Error(scalar.At, ValueProblems.OneOf(words.ToArray(), Shape.Words(scalar), Ways.Near(scalar.Text, words.ToArray())));
        return null;
    }

    private static string? StepList(Scope scope, SyntaxNode syntax, StoryNames names)
    {
        if (syntax is ListSyntax { Items.Count: 0 } or ScalarSyntax { Text: "none" })
            return "none";
        return string.Join(", ", Values.Items(syntax).Select(s => names.Step(scope, s)).OfType<string>().Order(StringComparer.Ordinal));
    }
}
