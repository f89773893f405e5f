using System.Collections.Immutable;
using Workflow.Definitions.Reading.Clocks;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.People;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads the keys that every kind of work shares.</summary>
internal static class WorkReader
{
    private const string OfForm = "form.";

    private static readonly (string, ReturnRule)[] ReturnWords =
    [
        ("straight-back", ReturnRule.StraightBack),
        ("re-run", ReturnRule.ReRun),
        ("either", ReturnRule.Either),
    ];

    public static T Fill<T>(Shape shape, StepSymbol step, T node)
        where T : WorkNode
    {
        var title = shape.TitleOr(step.Id);
        var titled = Placed(shape, step, node with { Title = title.Zh, TitleEn = title.En });
        var filled = Finished(shape, step, Done(shape, step, titled));
        CheckFields(shape.Scope, filled);
        return filled;
    }

    // Whether and how often it opens.
    private static T Placed<T>(Shape shape, StepSymbol step, T node)
        where T : WorkNode
    {
        if (shape["for-each"] is ScalarSyntax rows)
            step.Rows ??= rows.Text;
        var (filledBy, table) = ForEachReader.Table(shape.Scope, shape["for-each"]);
        return node with
        {
            When = References.RowCondition(shape.Scope, shape["when"], step),
            Mandatory = shape.Truth("mandatory", Things.KeyMandatory),
            AnyTime = NodeReader.AnyTime(shape.Scope, shape["any-time"]),
            ForEach = table,
            ForEachStep = filledBy,
            ForEachDrawn = ForEachReader.Draw(shape.Scope, shape["for-each"]),
        };
    }

    // What is to be done there, and by when.
    private static T Done<T>(Shape shape, StepSymbol step, T node)
        where T : WorkNode =>
        node with
        {
            Needs = Needs(shape.Scope, shape["needs"]),
            Asks = step.Asked(AsksReader.List(shape.Scope, shape["asks"], step, $"step/{step.Id}/asks")),
            ChecksMaterials = shape.Says("checks", Things.WhatIsChecked, "materials"),
            Ground = shape.Ground(),
            Help = shape.Guide("help", Things.Help),
            Risk = shape.Guide("risk", Things.Risk),
            Limit = ClockReader.Limit(shape.Scope, shape["limit"], step.Id, node.Words()),
        };

    // Who hears of it, and how it ends.
    private static T Finished<T>(Shape shape, StepSymbol step, T node)
        where T : WorkNode =>
        node with
        {
            Copies = AssigneeReader.List(shape.Scope, shape["copies"]),
            Holds = shape.Truth("holds", Things.KeyHolds),
            Returns = Returns(shape.Scope, shape["return"]),
            Outcomes = OutcomeReader.List(shape, step),
        };

    /// <summary>How a step, or the steps of a process, may return the case.</summary>
    public static ReturnRule? Returns(Scope scope, SyntaxNode? syntax) =>
        Values.Word(scope, syntax, Things.HowTheCaseIsReturned, ReturnWords);

    /// <summary>A table of the form, written <c>form.FIELD</c>; gives the field's id.</summary>
    public static string? Table(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.TableOfForm) is not { } name)
            return null;
        var id = name.Text.StartsWith(OfForm, StringComparison.Ordinal) ? name.Text[OfForm.Length..] : name.Text;
        var tables = Tables(scope);
        return scope.Walk.Learns || tables.Contains(OfForm + id)
            ? id
            : References.Unknown(scope, name, NameProblems.Table, Things.TableOfForm, tables);
    }

    internal static List<string> Tables(Scope scope) =>
        [.. scope.Walk.Known.Form.Values.Where(f => f.Type == FieldType.Rows).Select(f => OfForm + f.Id)];

    private static ImmutableArray<Expression> Needs(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Items(syntax).Select(n => References.Need(scope, n)).OfType<Expression>()];

    private static void AskedOnce(Scope scope, WorkNode node, OutcomeRule outcome)
    {
        foreach (var field in outcome.Asks.Where(f => node.Asks.Any(a => a.Id == f.Id)))
            scope.Error(scope.Walk.Places.Outcome(node.Id, outcome.Id, "asks"), FieldProblems.AskedTwice(node.Id, field.Id, outcome.Id));
    }

    private static void CheckFields(Scope scope, WorkNode node)
    {
        foreach (var outcome in node.Outcomes)
            AskedOnce(scope, node, outcome);
        if (node.Limit?.OnExpiry is { } expiry && node.Outcomes.All(o => o.Id != expiry))
            NoSuchOutcome(scope, node, new ScalarSyntax(scope.Walk.Places.Limit(node.Id, "on-expiry"), expiry, false));
    }

    private static void NoSuchOutcome(Scope scope, WorkNode node, ScalarSyntax name) =>
        References.Unknown(scope, name, NameProblems.Outcome, Things.OutcomeOf(node.Id), node.Outcomes.Select(o => o.Id));
}
