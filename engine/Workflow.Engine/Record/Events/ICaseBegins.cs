using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;

namespace Workflow.Engine.Record.Events;

/// <summary>What a case begins with, whether it was lodged here or taken over from another system.</summary>
public interface ICaseBegins
{
    /// <summary>The case's number.</summary>
    string Number { get; }

    /// <summary>The process.</summary>
    string Process { get; }

    /// <summary>The digest of the definition.</summary>
    string Definition { get; }

    /// <summary>The digest of the authority's calendar.</summary>
    string Calendar { get; }

    /// <summary>The organisation behind each office's short name.</summary>
    ImmutableSortedDictionary<string, string> Offices { get; }

    /// <summary>The parties.</summary>
    ImmutableArray<PartyEntry> Parties { get; }

    /// <summary>The form.</summary>
    ImmutableSortedDictionary<string, FieldValue> Form { get; }

    /// <summary>The materials handed in.</summary>
    ImmutableArray<string> Materials { get; }
}
