using System.Diagnostics;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Paths;

/// <summary>Which names the conditions, needs and clocks of a definition look at.</summary>
internal sealed class NameUse
{
    private readonly Dictionary<string, int> _atoms = new(StringComparer.Ordinal);

    public NameUse(ProcessDefinition definition)
    {
        foreach (var clock in definition.Clocks)
            Clock(clock);
        foreach (var node in Outline.All(definition))
            Node(node);
        Asked(definition.Form);
        foreach (var material in definition.Materials)
            Look(material.RequiredWhen);
    }

    /// <summary>Steps whose outcome or fields are looked at.</summary>
    public HashSet<string> Steps { get; } = new(StringComparer.Ordinal);

    /// <summary>Moments that are looked at or that start or stop a clock.</summary>
    public HashSet<string> Moments { get; } = new(StringComparer.Ordinal);

    /// <summary>Documents whose number is looked at.</summary>
    public HashSet<string> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether something is asked more than once, so that one path must answer it the same way each time.</summary>
    public bool Repeats(string subject) => _atoms.GetValueOrDefault(subject) > 1;

    private void Clock(ClockRule clock)
    {
        Moments.UnionWith(clock.From);
        Moments.UnionWith(clock.Until);
        foreach (var limit in clock.Limits)
        {
            Look(limit.When);
            Look(limit.Day);
            Look(limit.SetBy);
        }
    }

    private void Node(Node node)
    {
        Look(node.When);
        foreach (var body in Outline.Bodies(node))
            Look(body.AllowedWhen);
        Asked(Outline.Bodies(node).SelectMany(b => b.Asks));
        foreach (var one in node is ChoiceNode choice ? choice.Cases : [])
            Look(one.When);
        foreach (var value in node is CallNode call ? call.With.Values : [])
            Look(value);
        if (node is WorkNode work)
            Work(work);
    }

    private void Work(WorkNode work)
    {
        foreach (var need in work.Needs)
            Look(need);
        if (work.ForEachDrawn is { } draw)
            Steps.Add(draw);
        Asked(work.Asks);
        foreach (var limit in DefinedClocks.At(work))
            Clock(limit);
    }

    private void Asked(IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        {
            Look(field.RequiredWhen);
            foreach (var bound in field.NotBefore.Concat(field.NotAfter))
            {
                Look(bound.When);
                Look(bound.Day);
            }
        }
    }

    private void Look(Expression? expression)
    {
        switch (expression)
        {
            case OutcomeOf o:
                Steps.Add(o.Step);
                break;
            case StepField f:
                Steps.Add(f.Step);
                Count(f);
                break;
            case FormField f:
                Count(f);
                break;
            case RowOutcomeOf r:
                Steps.Add(r.Step);
                break;
            case RowStepField r:
                Steps.Add(r.Step);
                break;
            case RowField r:
                Count(r);
                break;
            case DocumentNumber d:
                Documents.Add(d.Document);
                break;
            case DocumentValidity d:
                Documents.Add(d.Document);
                break;
            case MaterialValidity m:
                Count(m);
                break;
            case RemedyOrder o:
                Count(o);
                break;
            case MaterialStanding m:
                Count(m);
                break;
            case MomentDay m:
                Moments.Add(m.Moment);
                break;
            case IsMarked m:
                Moments.Add(m.Moment);
                break;
            case Literal or NoneLiteral or PeriodBefore or PeriodAfter or Sum or Remainder or ActDay or Condition or null:
                foreach (var part in ExpressionParts.Of(expression))
                    Look(part);
                break;
            default:
                throw new UnreachableException($"No answer for {expression.GetType().Name}.");
        }
    }

    private void Count(Expression subject) => _atoms[Spell.Of(subject)] = 1 + _atoms.GetValueOrDefault(Spell.Of(subject));
}
