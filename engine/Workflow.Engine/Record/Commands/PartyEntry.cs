using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Record.Commands;

/// <summary>A party of a case.</summary>
public sealed record PartyEntry
{
    /// <summary>Makes a party that is read.</summary>
    public PartyEntry() { }

    /// <summary>Makes a party.</summary>
    /// <param name="role">The role in the process.</param>
    /// <param name="person">The person who acts for it here, as the register knows them.</param>
    /// <param name="name">The party's name.</param>
    [SetsRequiredMembers]
    public PartyEntry(string role, string person, string name) => (Role, Person, Name) = (role, person, name);

    /// <summary>The role in the process.</summary>
    public required string Role { get; init; }

    /// <summary>The person who acts for it here, as the register knows them. Empty in a command where they have no account; the record then has the id of a <see cref="VisitorId"/>.</summary>
    public string Person { get; init; } = "";

    /// <summary>The party's name.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Whether another party alone says so: neither the person nor an officer has confirmed it. Null where it is certain. It is
    /// found at the lodging; what a command says of it counts only where a rule gives it.
    /// </summary>
    public bool? Unconfirmed { get; init; }

    /// <summary>Whether it stands for the office that began the case by itself, and is no party in person. It is found at the lodging; what a command says of it does not count.</summary>
    public bool? ForOffice { get; init; }

    /// <summary>The day from which it is a party; null where it has been one since the lodging. What a command says of it does not count.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The post that took in somebody without an account, and does on paper what is asked of them; null for everybody else. What a command says of it counts only where a case is taken over: null there for the post of whoever takes it over.</summary>
    public Post? Window { get; init; }

    /// <summary>The paper by which the party showed who it is; null where nobody looked.</summary>
    public PartyIdentity? Identity { get; init; }

    /// <summary>Who came in its place; null where it came itself.</summary>
    public PartyAgent? Agent { get; init; }

    /// <summary>Returns the same with what is personal of it changed.</summary>
    internal PartyEntry With(FieldsChange change) =>
        this with
        {
            Identity = Identity is { } paper ? paper with { Number = Changed(change, paper.Asked, paper.Number) } : null,
            Agent = Agent is { } agent
                ? agent with
                {
                    Name = Changed(change, PartyAgent.AskedName, agent.Name),
                    Mandate = Changed(change, PartyAgent.AskedMandate, agent.Mandate),
                }
                : null,
        };

    private static FieldValue Changed(FieldsChange change, Field field, FieldValue value) =>
        change(
            FieldsAsked.OfParty(field),
            ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal).Add(field.Id, value)
        )[field.Id];
}

/// <summary>A paper by which somebody shows who they are.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Number">Its number, which is personal.</param>
public sealed record PartyIdentity(IdentityKind Kind, FieldValue Number)
{
    /// <summary>Id of the field that its number is.</summary>
    internal const string NumberField = "identity.number";

    /// <summary>What is asked of its number.</summary>
    internal Field Asked =>
        new()
        {
            Id = NumberField,
            Title = "证件号码",
            TitleEn = "Number of the identity paper",
            Type = Kind switch
            {
                IdentityKind.CreditCode => FieldType.SocialCreditCode,
                IdentityKind.ResidentId => FieldType.ResidentNumber,
                IdentityKind.Passport or IdentityKind.Other => FieldType.Text,
                _ => throw new UnreachableException($"No answer for {Kind}."),
            },
            Max = PartyAgent.Longest,
            Personal = true,
        };
}

/// <summary>The kinds of papers by which a party shows who it is.</summary>
public enum IdentityKind
{
    /// <summary>居民身份证.</summary>
    [JsonStringEnumMemberName("resident-id")]
    ResidentId,

    /// <summary>统一社会信用代码 of an organisation.</summary>
    [JsonStringEnumMemberName("credit-code")]
    CreditCode,

    /// <summary>护照.</summary>
    [JsonStringEnumMemberName("passport")]
    Passport,

    /// <summary>Any other paper.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>Who acts for a party at the window 代理人.</summary>
/// <param name="Name">Their name, which is personal.</param>
/// <param name="Mandate">The paper that says so and what it covers 授权委托书, which is personal.</param>
public sealed record PartyAgent(FieldValue Name, FieldValue Mandate)
{
    /// <summary>The longest of what is written of a party, in characters.</summary>
    internal const int Longest = 200;

    /// <summary>What is asked of the name.</summary>
    internal static Field AskedName { get; } = Text("agent.name", "代理人姓名", "Name of the agent");

    /// <summary>What is asked of the mandate.</summary>
    internal static Field AskedMandate { get; } = Text("agent.mandate", "授权委托书", "Mandate of the agent");

    private static Field Text(string id, string title, string titleEn) =>
        new()
        {
            Id = id,
            Title = title,
            TitleEn = titleEn,
            Type = FieldType.Text,
            Max = Longest,
            Personal = true,
        };
}
