using System.Collections.Immutable;
using System.Data.Common;

namespace Workflow.Storage.Databases;

/// <summary>The few places in which databases differ. Everything else is plain SQL that all of them read alike.</summary>
public sealed record Dialect
{
    /// <summary>Its name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Returns a closed connection.</summary>
    public required Func<DbConnection> Connect { get; init; }

    /// <summary>Statements run on each connection after it was opened.</summary>
    public required ImmutableArray<string> OnOpen { get; init; }

    /// <summary>Statements run once on the file or database before its schema is looked at.</summary>
    public ImmutableArray<string> OnCreate { get; init; } = [];

    /// <summary>Begins a transaction that will write.</summary>
    public required string BeginWriting { get; init; }

    /// <summary>The type of a column of bytes.</summary>
    public required string Bytes { get; init; }

    /// <summary>Statements run before rows are erased for good, so that the file is overwritten where they stood.</summary>
    public ImmutableArray<string> BeforeErasing { get; init; } = [];

    /// <summary>Run after rows were erased, so that no older copy of them stays; it gives zero when none does. Null where nothing is needed.</summary>
    public string? AfterErasing { get; init; }

    /// <summary>Counts the tables.</summary>
    public required string CountTables { get; init; }

    /// <summary>Counts the columns named <c>@column</c> of the table <c>@table</c>: none where there is no such table.</summary>
    public required string CountColumns { get; init; }

    /// <summary>Gives a line for each damage that the database finds in its own pages, and <c>ok</c> where it finds none; null where it cannot look.</summary>
    public string? Damage { get; init; }

    /// <summary>Gives kind, name, text and table of everything that the schema was made of, in the order of their names: tables, indexes, triggers, views.</summary>
    public required string Objects { get; init; }

    /// <summary>Gives the numbers in a column named <c>version</c> of the table named in place of <c>{0}</c>, in the order in which they came.</summary>
    public required string Versions { get; init; }

    /// <summary>Returns a closed connection to a database of the same kind that is empty and gone once it is closed.</summary>
    public required Func<DbConnection> Empty { get; init; }

    /// <summary>Whether an exception says that what was opened is no database at all.</summary>
    public required Func<DbException, bool> IsNoDatabase { get; init; }

    /// <summary>Whether an exception is the machine's and not of what was written: a full disk, a lost volume, a database that is busy.</summary>
    public required Func<DbException, bool> IsOfMachine { get; init; }
}
