using System.Collections.Immutable;
using Workflow.Definitions.Reading.Faults;
using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>Reads what follows an outcome: moments, documents, reasons, remedies, steps and at most one exit.</summary>
internal static class FollowReader
{
    private static readonly (string, Remedies)[] Orders =
    [
        ("free", Remedies.Free),
        ("reconsideration-first", Remedies.ReconsiderationFirst),
        ("none", Remedies.None),
    ];

    public static Follow Read(Shape shape, StepSymbol? step)
    {
        var scope = shape.Scope;
        shape.AtMostOne("back", "leave", "end");
        return new Follow(
            [.. Values.Items(shape["marks"]).SelectMany(m => Marks(scope, m, step))],
            [.. shape.Documents("issues")],
            shape.Says("reasons", Things.WhetherReasonsAreRequired, "required"),
            shape.Word("remedies", Things.TheOrderOfRemedies, Orders),
            shape["steps"] is { } steps ? NodeReader.List(scope, steps) : [],
            Exit(shape),
            ServeReader.Read(shape, step)
        )
        {
            Voids = shape["voids"] is null ? null : [.. shape.Documents("voids")],
        };
    }

    private static IEnumerable<MomentMark> Marks(Scope scope, SyntaxNode syntax, StepSymbol? step)
    {
        if (syntax is MapSyntax map)
            return [.. map.Entries.Select(e => Dated(scope, e, step)).OfType<MomentMark>()];
        var name = Values.Scalar(scope, syntax, Things.Moment);
        return name is not null && Mark(scope, name.Text, name.At) is { } moment ? [new MomentMark(moment)] : [];
    }

    private static MomentMark? Dated(Scope scope, MapEntry entry, StepSymbol? step)
    {
        var moment = Mark(scope, scope.Arguments.GetValueOrDefault(entry.Key, entry.Key), entry.KeyAt);
        if (moment is null || Values.Scalar(scope, entry.Value, Things.TheFieldWithTheDay) is not { } field)
            return null;
        if (!scope.Walk.Learns)
            HoldsDay(scope, field, step);
        return new MomentMark(moment, field.Text);
    }

    private static void HoldsDay(Scope scope, ScalarSyntax field, StepSymbol? step)
    {
        var known = scope.FieldOf(step, field.Text);
        if (known is not { Type: FieldType.Date })
            scope.Error(field.At, FieldProblems.DayField(field.Text, UnfitField.Of(known), Ways.Near(field.Text, DateFields(scope, step))));
    }

    private static IEnumerable<string> DateFields(Scope scope, StepSymbol? step) =>
        step is null || scope.Walk.Known.Steps.GetValueOrDefault(step.Id) is not { } known
            ? []
            : known.Fields.Values.Where(f => f.Type == FieldType.Date).Select(f => f.Id);

    private static string? Mark(Scope scope, string name, Position at)
    {
        if (!Values.Id(scope, name.TrimStart(Scope.Final), at, Things.Moment))
            return null;
        var moment = scope.Named(name);
        Own(scope, name);
        if (scope.Walk.Known.Steps.ContainsKey(moment))
            scope.Error(at, NameProblems.MomentIsStep(name));
        scope.Walk.Places.Add($"moment/{moment}/", at);
        return moment;
    }

    // A moment that is marked in several places belongs to the outermost of them.
    private static void Own(Scope scope, string name)
    {
        var moments = scope.Walk.Found.Moments;
        if (!moments.TryGetValue(scope.Named(name), out var owner) || owner.Path.Length > scope.Path.Length)
            moments[scope.Named(name)] = name.StartsWith(Scope.Final) && scope.Parent is not null ? scope.Parent : scope;
    }

    private static Exit? Exit(Shape shape)
    {
        var scope = shape.Scope;
        if (shape["back"] is { } back)
            return BackReader.Read(scope, back);
        if (shape.Scalar("leave", Things.TheBlockToLeave) is { } block)
            return References.Step(scope, block, Things.TheBlockToLeave) is { } id ? new LeaveExit(id) : null;
        return shape.Id("end", Things.Result, Things.Result) is { } result ? new EndExit(result) : null;
    }
}
