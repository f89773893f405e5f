using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint;

/// <summary>Looks with the register whether somebody is left for each step: who has the post, its qualifications, and is not barred by separation.</summary>
public static class PostHolders
{
    /// <summary>The rule, for the list of rules.</summary>
    public static LintRule Rule { get; } = LintRule.Warning("post.nobody_left", "The register leaves nobody who may act",
        "Nobody holds the post with its qualifications, fewer than must sign together do, or the only ones must have acted in a step that 'not-by' names.");

    /// <summary>Returns a warning for each step of a process that nobody of the register may ever do. Posts of organisations that the register does not know are not judged.</summary>
    public static IEnumerable<Problem> Check(DefinitionReading reading, Register register)
    {
        if (reading.Definition is not { } definition) return [];
        var offices = register.Offices(definition);
        var steps = Outline.All(definition).OfType<StepNode>().Where(s => s.By is OfficeRole o && register.FindOrganisation(offices.GetValueOrDefault(o.Office, o.Office)) is not null).ToList();
        var holders = steps.ToDictionary(s => s.Id, s => Holders(register, offices, s, definition.InForce), StringComparer.Ordinal);
        return steps.Where(s => !s.Qualified.IsEmpty || s.Officers > 1 || !s.NotBy.IsEmpty || s.Assign is not null)
            .Select(s => (Step: s, Left: Left(s, steps, holders))).Where(x => x.Left < x.Step.Officers)
            .Select(x => new Problem(reading.Places.Node(x.Step.Id, "by"), Found(x.Step, x.Left), Rule.Severity));
    }

    private static Message Found(StepNode step, int left) => new(
        Rule.Code,
        ("wanted", step.Officers == 1 ? new Message("post.somebody") : new Message("post.people", ("number", step.Officers))),
        ("post", step.By.ToString()!),
        ("step", step.Id),
        ("left", left == 0 ? new Message("post.nobody") : new Message("post.only", ("number", left))));

    // Whoever must have acted elsewhere is barred here: all holders of a post that has no more than must sign.
    private static int Left(StepNode step, List<StepNode> steps, Dictionary<string, HashSet<string>> holders)
    {
        var barred = steps.Where(s => step.NotBy.Contains(s.Id) && s.Id != step.Id && holders[s.Id].Count <= s.Officers).SelectMany(s => holders[s.Id]).ToHashSet(StringComparer.Ordinal);
        return holders[step.Id].Except(barred).Count();
    }

    private static HashSet<string> Holders(Register register, IReadOnlyDictionary<string, string> offices, StepNode step, PeriodInForce inForce)
    {
        var by = (OfficeRole)step.By;
        var organisation = offices.GetValueOrDefault(by.Office, by.Office);
        return [.. register.People
            .Where(p => p.Posts.Any(x => x.Organisation == organisation && x.Role == by.Role && Meet(x.Days, inForce)))
            .Where(p => step.Qualified.All(q => p.Qualifications.Any(h => h.Name == q && Meet(h.Days, inForce))))
            .Select(p => p.Id)];
    }

    // Who held a post only before the definition began, or takes it up after it has ended, never acts by it.
    private static bool Meet(PeriodInForce held, PeriodInForce inForce) =>
        held.From <= (inForce.To ?? DateOnly.MaxValue) && (held.To ?? DateOnly.MaxValue) >= inForce.From;
}
