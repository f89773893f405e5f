using System.Diagnostics;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Lint.Meaning;

/// <summary>Who acts at a node, as far as rules of lint ask.</summary>
internal static class Posts
{
    /// <summary>Whether officials act, and not a party or a system alone.</summary>
    public static bool IsOffice(Node node) =>
        node switch
        {
            StepNode s => s.By is not PartyRole,
            JointNode j => j.Participants.Any(p => p.By is not PartyRole),
            DrawNode or ParallelNode or ChoiceNode => true,
            WaitNode or CallNode => false,
            _ => throw new UnreachableException($"No answer for {node.GetType().Name}."),
        };

    /// <summary>Whether a party acts alone.</summary>
    public static bool IsParty(Node node) => node is StepNode { By: PartyRole };

    /// <summary>Whether the window acts: what it draws up it hands over.</summary>
    public static bool IsWindow(Node node) =>
        node is StepNode { By: OfficeRole { Role: Roles.Clerk } or FieldOffice { Role: Roles.Clerk } };

    /// <summary>Whether a role leads an office or a government.</summary>
    public static bool Leads(Assignee who) => RoleOf(who) is Roles.Leader or Roles.Chief;

    /// <summary>Whether one person holds the role in an office.</summary>
    public static bool IsOnePerson(Assignee who) => who is PartyRole || IsOfLeader(who);

    /// <summary>Whether a role leads, from a division of an office up.</summary>
    public static bool IsOfLeader(Assignee who) => RoleOf(who) is { } role && Roles.Leading.Contains(role);

    /// <summary>The departments whose officials act inside the office: not the window, and no party.</summary>
    public static IEnumerable<string> Departments(Node node) =>
        IsWindow(node) ? []
        : node is StepNode step ? Department(step.By)
        : node is JointNode joint ? joint.Participants.SelectMany(p => Department(p.By)).Distinct()
        : node is DrawNode draw ? Department(draw.By)
        : [];

    private static IEnumerable<string> Department(Assignee who) =>
        who switch
        {
            OfficeRole o => [o.Office],
            FieldOffice f => [$"{f.Step ?? "form"}.{f.Field}"],
            PartyRole => [],
            _ => throw new UnreachableException($"No answer for {who.GetType().Name}."),
        };

    /// <summary>The role at an office; null for a party.</summary>
    public static string? RoleOf(Assignee who) =>
        who switch
        {
            OfficeRole o => o.Role,
            FieldOffice f => f.Role,
            PartyRole or null => null,
            _ => throw new UnreachableException($"No answer for {who.GetType().Name}."),
        };
}
