using System.Collections.Immutable;
using Workflow.Engine.Evidence;
using Workflow.Engine.Periods;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories.Timelines;

/// <summary>The titles of one case's definition, in Chinese first.</summary>
/// <param name="glossary">The names of people and organisations.</param>
/// <param name="process">The case's definition.</param>
/// <param name="state">The case.</param>
public sealed class CaseWords(Glossary glossary, PublishedProcess process, CaseState state)
{
    private static readonly ImmutableDictionary<string, string> Moments = new Dictionary<string, string>
    {
        ["received"] = "收件",
        ["supplemented"] = "补正",
        ["accepted"] = "受理",
        ["decided"] = "作出决定",
        ["concluded"] = "办结",
        ["delivered"] = "送达",
        ["drawn"] = "抽取",
        ["reported"] = "报告",
    }.ToImmutableDictionary();

    internal ProcessDefinition Definition => process.Definition;

    /// <summary>A step in brackets, with its row.</summary>
    public string Step(string key) => process.Find(key) is { } node ? $"〔{node.Title}{key[PublishedProcess.IdOf(key).Length..]}〕" : $"〔{key}〕";

    /// <summary>What a choice came to, in the words of the case taken where the choice has none of its own; null where the case says it by ending.</summary>
    internal string? Taken(string key, string taken)
    {
        if (process.Find(key) is not ChoiceNode choice) return null;
        var body = choice.Cases.Single(c => c.Body.Id == taken).Body;
        if (choice.Title != choice.Id) return $"{Step(key)}：{Outcome(key, taken)}";
        return body.Title != body.Id ? $"〔{body.Title}〕" : body.Exit is EndExit ? null : $"〔{taken}〕";
    }

    /// <summary>Whether a step only takes one of several ways: nobody acts there.</summary>
    public bool IsChoice(string key) => process.Find(key) is ChoiceNode;

    /// <summary>A clock's title, or that of the step whose limit it is.</summary>
    public string Clock(string id)
    {
        var plain = StepKey.Parse(id).Key;
        if (process.Definition.Clocks.FirstOrDefault(c => c.Id == plain) is { } rule) return rule.Title;
        if (process.Definition.Materials.FirstOrDefault(m => m.Promise?.Clock.Id == plain) is { Promise: { } promise } promised) return $"{promised.Title}·{promise.Clock.Title}";
        if (plain.Split('/') is [var joint, var who] && process.Find(joint) is { } review) return $"{review.Title}·{Participant(who)}时限";
        return process.Find(plain) is { } node ? $"{node.Title}时限" : id;
    }

    /// <summary>An outcome's title.</summary>
    public string Outcome(string key, string outcome) =>
        process.Find(key) is { } node && Outline.Bodies(node).FirstOrDefault(o => o.Id == outcome) is { } body && body.Title != outcome ? body.Title : outcome is "done" ? "完成" : outcome;

    /// <summary>What people call the result in which a case ends.</summary>
    public string End(string result) => Ends.Title(process.Definition, result).Zh;

    /// <summary>Whether an outcome sends the case back so that it comes straight to where it was.</summary>
    internal bool IsStraightBack(string key, string? outcome) =>
        outcome is not null && process.Find(key) is { } node && Outline.Bodies(node).Any(o => o.Id == outcome && o.Exit is BackExit { StraightBack: true });

    internal string Document(string id) => process.Definition.Documents.FirstOrDefault(d => d.Id == id)?.Title ?? id;

    internal string Material(string id) => process.Definition.Materials.FirstOrDefault(m => m.Id == id)?.Title ?? id;

    /// <summary>A moment's name.</summary>
    public static string Moment(string id) => Moments.GetValueOrDefault(id, id);

    /// <summary>A party with its person, an office with the role, or somebody drawn in.</summary>
    public string Who(Entitlement entitled) =>
        entitled is { Person: { } named, Organisation: not null } ? $"{Office(entitled)} {Name(named)}"
        : entitled.IsDrawnIn || entitled.IsReader ? Asked(entitled)
        : entitled.Person is { } person ? $"{Party(entitled.Key)} {Name(person)}" : $"{Office(entitled)}·{Roles.Title(entitled.Role!)}";

    /// <summary>Somebody drawn in: by name, or by the post.</summary>
    internal string Asked(Entitlement entitled) =>
        entitled.Person is { } person ? Name(person) : entitled.Organisation is { } id ? $"{glossary.Organisation(id) ?? id}·{Roles.Title(entitled.Role!)}" : Who(entitled);

    internal string Field(string id) => process.Definition.Form.FirstOrDefault(f => f.Id == id)?.Title ?? id;

    internal string Participant(string key) => Added(key) is { } person ? Name(person) : key.Split('.') is [var office, var role] ? $"{OfficeTitle(office) ?? office}·{Roles.Title(role)}" : Party(key);

    /// <summary>A person's name, or the rule in words.</summary>
    public string Name(string actor)
    {
        if (CaseAdopted.SystemOf(actor) is { } system) return system;
        return Stamp.RuleOf(actor) switch
        {
            null => glossary.Person(actor, state.LodgedOn) ?? actor,
            RuleNames.Calendar => "日历规则",
            RuleNames.SamePerson => "同一人规则",
            var rule => $"时限规则“{Clock(rule)}”",
        };
    }

    /// <summary>A length of time.</summary>
    public static string Period(Period period) => $"{period.Amount}{Unit(period.Unit)}";

    /// <summary>The unit that a clock counts.</summary>
    public static string Unit(ClockState clock) => clock.Total is { } total ? Unit(total.Unit) : "日";

    /// <summary>Whose turn it was: an office or a party, or the procedure that was excluded.</summary>
    public string Holder(HolderKind kind, string id) => kind switch
    {
        HolderKind.Office => state.Offices.Where(o => o.Value == id).Select(o => OfficeTitle(o.Key)).FirstOrDefault(t => t is not null) ?? glossary.Organisation(id) ?? id,
        HolderKind.Party => Added(id) is { } person ? Name(person) : Party(id),
        HolderKind.Waiting => Step(id),
        _ => id,
    };

    /// <summary>Whose turn it was, down to the post and the person who had taken the task.</summary>
    public string Holder(Holder holder)
    {
        var post = holder is { Kind: HolderKind.Office, Post: { } key } && key.Split('.') is [_, .., var role] ? $"·{Roles.Title(role)}" : "";
        var person = holder.Person is { } id ? $" {Name(id)}" : "";
        return $"{Holder(holder.Kind, holder.Id)}{post}{person}{(holder is { Step: { } step, Kind: not HolderKind.Waiting } ? Step(step) : "")}";
    }

    private string? Added(string key) =>
        state.Steps.Values.Concat(state.Superseded).SelectMany(s => s.Sides).FirstOrDefault(t => t.Who.Key == key)?.Who.Person;

    private static string Unit(PeriodUnit unit) => unit switch
    {
        PeriodUnit.WorkingDays => "个工作日",
        PeriodUnit.Months => "个月",
        PeriodUnit.Hours => "小时",
        _ => "日",
    };

    private string Party(string role) => process.Definition.Parties.FirstOrDefault(p => p.Role == role)?.Title ?? role;

    private string Office(Entitlement entitled) => OfficeTitle(entitled.Key.Split('.')[0]) ?? (entitled.Organisation is { } id ? glossary.Organisation(id) ?? id : "");

    private string? OfficeTitle(string key) => process.Definition.Offices.FirstOrDefault(o => o.Key == key)?.Title;
}
