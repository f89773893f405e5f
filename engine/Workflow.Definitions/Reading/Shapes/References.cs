using Workflow.Definitions.Expressions;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>Words the problem of a name that nothing bears.</summary>
/// <param name="what">What was expected.</param>
/// <param name="found">What was found.</param>
/// <param name="way">The way out; null for none.</param>
internal delegate Message UnknownName(Message what, Message found, Message? way);

/// <summary>Resolves names of things declared elsewhere; the first walk takes them as they are.</summary>
internal static class References
{
    public static string? Step(Scope scope, ScalarSyntax? name, Message? what = null)
    {
        if (name is null)
            return null;
        if (scope.Walk.Learns)
            return scope.Named(name.Text);
        return scope.Step(name.Text)?.Id ?? Unknown(scope, name, NameProblems.Step, what ?? Things.Step, scope.StepNames);
    }

    public static string? Moment(Scope scope, ScalarSyntax name)
    {
        if (scope.Walk.Learns)
            return scope.Named(name.Text);
        return scope.Moment(name.Text) ?? Unknown(scope, name, NameProblems.Moment, Things.MarkedMoment, scope.MomentNames);
    }

    public static string? Document(Scope scope, ScalarSyntax? name) =>
        name is null ? null : Of(scope, name, scope.Walk.Known.Documents, NameProblems.Document, Things.DeclaredDocument);

    public static string? Office(Scope scope, ScalarSyntax? name) =>
        name is null ? null : Of(scope, name, scope.Walk.Known.Offices.Keys, NameProblems.Office, Things.DeclaredOffice);

    /// <summary>A party's role; a fragment does not know those of the process that uses it.</summary>
    public static string? Party(Scope scope, ScalarSyntax name) =>
        scope.Walk.IsFragment ? name.Text : Of(scope, name, scope.Walk.Known.Parties.Keys, NameProblems.Party, Things.DeclaredParty);

    public static Expression? Condition(Scope scope, SyntaxNode? syntax) =>
        Parsed(scope, syntax, Things.Condition, ExpressionParser.Condition);

    /// <summary>A condition that may speak of the row where a step opens once per row.</summary>
    public static Expression? RowCondition(Scope scope, SyntaxNode? syntax, StepSymbol step) =>
        Parsed(
            scope,
            syntax,
            Things.Condition,
            (text, names, problems) => ExpressionParser.Condition(text, new RowNames(scope, step, names), problems)
        );

    public static Expression? Need(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, Things.WhatMustExist, ExpressionParser.Need);

    public static Expression? Day(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, Things.Day, ExpressionParser.Day);

    /// <summary>A day that bounds another: it may be counted from the day of the act.</summary>
    public static Expression? BoundDay(Scope scope, SyntaxNode? syntax) =>
        Parsed(scope, syntax, Things.Day, (text, names, problems) => ExpressionParser.Day(text, new BoundNames(names), problems));

    public static Expression? Value(Scope scope, SyntaxNode? syntax) => Parsed(scope, syntax, Things.Value, ExpressionParser.Value);

    /// <summary>Reports a name that nothing bears.</summary>
    public static string? Unknown(Scope scope, ScalarSyntax name, UnknownName problem, Message what, IEnumerable<string> known)
    {
        var names = known.Distinct().ToList();
        scope.Error(name.At, problem(what, Shape.Words(name), Ways.Wide(name.Text) ?? Ways.NearOrFew(name.Text, names)));
        return null;
    }

    private static string? Of(Scope scope, ScalarSyntax name, IReadOnlyCollection<string> known, UnknownName problem, Message what) =>
        scope.Walk.Learns || known.Contains(name.Text) ? name.Text : Unknown(scope, name, problem, what, known);

    private static Expression? Parsed(
        Scope scope,
        SyntaxNode? syntax,
        Message what,
        Func<ScalarSyntax, INames, Problems, Expression?> parse
    )
    {
        if (Values.Scalar(scope, syntax, what) is not { } text)
            return null;
        return scope.Walk.Learns ? new NoneLiteral() : parse(text, scope, scope.Walk.Problems);
    }
}
