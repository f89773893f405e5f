using Workflow.Definitions.Reading.Shapes;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Reading.Steps;

/// <summary>
/// Reads how a case is terminated 终止办理: as a step of the head of the leading office that may be done at any time, with an outcome
/// for each ground. Whatever holds for outcomes then holds for it: reasons, remedies, the paper and its service.
/// </summary>
internal static class TerminationReader
{
    private const string Key = "terminate";

    // What every such step is called, what its grounds mark, and who takes one.
    private const string Step = "terminate";
    private const string Title = "终止办理";
    private const string Moment = "terminated";
    private const string Head = ".leader";

    private static readonly string[] OfTheStep = ["when", "issues", "remedies"];

    /// <summary>Returns the id of the step; null where the process says nothing of it.</summary>
    public static string? Id(Shape file) => file[Key] is null ? null : Step;

    /// <summary>Adds the step to those that may be done at any time.</summary>
    /// <param name="file">The process.</param>
    /// <param name="lead">The leading office.</param>
    public static SyntaxNode? Onto(Shape file, string lead)
    {
        var others = file["any-time"];
        if (Shape.Of(file.Scope, file[Key], DefinitionKeys.Termination, Things.TheTermination) is not { } shape)
            return others;
        SyntaxNode[] listed = others is MapSyntax one ? [one] : [.. Values.Items(others)];
        return new ListSyntax(others?.At ?? shape.At, [.. listed, Written(shape, lead)]);
    }

    private static MapSyntax Written(Shape shape, string lead) =>
        new(
            shape.At,
            [
                Word(shape, "step", Step),
                shape.Entries.FirstOrDefault(e => e.Key == "title") ?? Word(shape, "title", Title),
                Word(shape, "by", lead + Head),
                .. shape.Entries.Where(e => OfTheStep.Contains(e.Key)),
                Word(shape, "reasons", "required"),
                Word(shape, "marks", Moment),
                new MapEntry("outcomes", shape.At, Grounds(shape)),
                Word(shape, "end", Ends.Terminated),
            ]
        );

    private static MapSyntax Grounds(Shape shape)
    {
        foreach (var key in OfTheStep.Except(["when"]))
            shape.Required(key, Things.TheTermination);
        var grounds = shape.Required("grounds", Things.TheTermination);
        return new(grounds?.At ?? shape.At, [.. NamedItems.Of(shape.Scope, grounds, Things.Grounds).Select(e => Ground(shape.Scope, e))]);
    }

    // A ground has a title and a basis; what else an outcome may do stands at the termination, for all of them.
    private static MapEntry Ground(Scope scope, MapEntry entry)
    {
        if (entry.Value is not MapSyntax map || TitleReader.IsTitle(map))
            return entry;
        var known = DefinitionKeys.TerminationGround;
        var ground = Shape.Of(scope, map, known, Things.Ground)!;
        return entry with { Value = map with { Entries = [.. ground.Entries.Where(e => known.Keys.Contains(e.Key))] } };
    }

    private static MapEntry Word(Shape shape, string key, string text) => new(key, shape.At, new ScalarSyntax(shape.At, text, false));
}
