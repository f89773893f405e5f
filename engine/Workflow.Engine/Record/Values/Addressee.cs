namespace Workflow.Engine.Record.Values;

/// <summary>A party to whom a paper is addressed 受送达人. Who is a party in two roles is one addressee.</summary>
/// <param name="Person">Id of the natural person who acts for it.</param>
/// <param name="Name">Its name, as papers have it.</param>
public sealed record Addressee(string Person, string Name);
