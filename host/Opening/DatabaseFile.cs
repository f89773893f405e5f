using Microsoft.Data.Sqlite;
using Workflow.Engine.Messages;
using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Host.Opening;

/// <summary>Opens the database file that a person named.</summary>
public static class DatabaseFile
{
    // SQLite's number for a database that another writer holds.
    private const int Busy = 5;

    // For one on a medium that is not written, or in a folder that is not.
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    public const string Default = "data/workflow.db";

    /// <summary>Opens it, and creates it with its folder when it does not exist.</summary>
    /// <exception cref="OpeningRefusedException">It cannot be opened.</exception>
    /// <exception cref="DatabaseRefusedException">It is no database of this product.</exception>
    public static Database Open(string file) => Usable(file, () => InFolder(file));

    private static Database InFolder(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        return Database.OpenFile(file);
    }

    /// <summary>Opens one that must exist: reading verbs create nothing.</summary>
    /// <exception cref="OpeningRefusedException">There is no such file, or it cannot be opened.</exception>
    /// <exception cref="DatabaseRefusedException">It is no database of this product, as an empty file is not.</exception>
    public static Database OpenExisting(string file) => Existing(file, Database.OpenExisting);

    /// <summary>Opens one that is only looked at: as it is where it can be written, otherwise to read alone, so that a copy on any medium is read.</summary>
    /// <inheritdoc cref="OpenExisting"/>
    public static Database OpenToLook(string file) => Existing(file, Looked);

    private static Database Looked(string file)
    {
        if (File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
            return Database.OpenToRead(file);
        try
        {
            return Database.OpenExisting(file);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is ReadOnly or CannotOpen)
        {
            return Database.OpenToRead(file);
        }
    }

    /// <summary>Opens one to examine it, as <see cref="OpenToRead"/> does; what is wrong with its schema is left to be told.</summary>
    /// <exception cref="OpeningRefusedException">There is no such file, or it cannot be opened.</exception>
    /// <exception cref="DatabaseRefusedException">It is no database of this product, or one of an older version.</exception>
    public static Database OpenToExamine(string file) => Existing(file, Database.OpenToExamine);

    /// <summary>Opens one to read alone, without a trace in it or beside it: what is examined stays as it was brought.</summary>
    /// <exception cref="OpeningRefusedException">There is no such file, or it cannot be opened.</exception>
    /// <exception cref="DatabaseRefusedException">It is no database of this product, or one of another version.</exception>
    public static Database OpenToRead(string file) => Existing(file, Database.OpenToRead);

    private static Database Existing(string file, Func<string, Database> open) =>
        File.Exists(file) ? Usable(file, () => open(file)) : throw OpeningRefusals.NoDatabase(file);

    private static Database Usable(string file, Func<Database> open)
    {
        try
        {
            return open();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            throw OpeningRefusals.DatabaseBusy(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException or ArgumentException)
        {
            throw OpeningRefusals.DatabaseUnusable(file, MachineText.Of(e));
        }
    }
}
