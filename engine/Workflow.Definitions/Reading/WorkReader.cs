using System.Collections.Immutable;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading;

/// <summary>Reads the keys that every kind of work shares.</summary>
internal static class WorkReader
{
    public static T Fill<T>(Shape shape, StepSymbol step, T node)
        where T : WorkNode
    {
        var scope = shape.Scope;
        var title = shape.Text("title", Things.Title) ?? step.Id;
        var asks = FieldReader.List(scope, shape["asks"], $"step/{step.Id}/asks");
        foreach (var field in asks)
            step.Fields.TryAdd(field.Id, field);
        if (shape["for-each"] is ScalarSyntax rows)
            step.Rows ??= rows.Text;
        var filled = node with
        {
            Title = title,
            When = References.RowCondition(scope, shape["when"], step),
            Mandatory = shape.Truth("mandatory", Things.KeyMandatory),
            Needs = Needs(scope, shape["needs"]),
            Asks = asks,
            ChecksMaterials = shape.Says("checks", Things.WhatIsChecked, "materials"),
            Ground = shape.Text("ground", Things.Ground),
            Limit = ClockReader.Limit(scope, shape["limit"], step.Id, title),
            AnyTime = NodeReader.AnyTime(scope, shape["any-time"]),
            ForEach = ForEachReader.Table(scope, shape["for-each"]),
            ForEachDrawn = ForEachReader.Draw(scope, shape["for-each"]),
            Copies = AssigneeReader.List(scope, shape["copies"]),
            Holds = shape.Truth("holds", Things.KeyHolds),
            Returns = Returns(scope, shape["return"]),
            Outcomes = OutcomeReader.List(shape, step),
        };
        CheckFields(scope, filled);
        return filled;
    }

    /// <summary>How a step, or the steps of a process, may return the case.</summary>
    public static ReturnRule? Returns(Scope scope, SyntaxNode? syntax) =>
        Values.Word(
            scope,
            syntax,
            Things.HowTheCaseIsReturned,
            ("straight-back", ReturnRule.StraightBack),
            ("re-run", ReturnRule.ReRun),
            ("either", ReturnRule.Either)
        );

    /// <summary>A table of the form, written <c>form.FIELD</c>; gives the field's id.</summary>
    public static string? Table(Scope scope, SyntaxNode? syntax)
    {
        if (Values.Scalar(scope, syntax, Things.TableOfForm) is not { } name)
            return null;
        var id = name.Text.StartsWith("form.", StringComparison.Ordinal) ? name.Text[5..] : name.Text;
        var tables = scope.Walk.Known.Form.Values.Where(f => f.Type == FieldType.Rows).Select(f => $"form.{f.Id}").ToList();
        return scope.Walk.Learns || tables.Contains($"form.{id}")
            ? id
            : References.Unknown(scope, name, NameProblems.Table, Things.TableOfForm, tables);
    }

    private static ImmutableArray<Expression> Needs(Scope scope, SyntaxNode? syntax) =>
        [.. Values.Items(syntax).Select(n => References.Need(scope, n)).OfType<Expression>()];

    private static void CheckFields(Scope scope, WorkNode node)
    {
        foreach (var outcome in node.Outcomes)
        foreach (var field in outcome.Asks.Where(f => node.Asks.Any(a => a.Id == f.Id)))
            scope.Error(scope.Walk.Places.Outcome(node.Id, outcome.Id, "asks"), FieldProblems.AskedTwice(node.Id, field.Id, outcome.Id));
        if (node.Limit?.OnExpiry is { } expiry && node.Outcomes.All(o => o.Id != expiry))
            References.Unknown(
                scope,
                new ScalarSyntax(scope.Walk.Places.Limit(node.Id, "on-expiry"), expiry, false),
                NameProblems.Outcome,
                Things.OutcomeOf(node.Id),
                node.Outcomes.Select(o => o.Id)
            );
    }
}
