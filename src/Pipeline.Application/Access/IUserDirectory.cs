using Pipeline.Application.Common;

namespace Pipeline.Application.Access;

/// <summary>Somebody who can sign in.</summary>
public record UserReply : IVersioned
{
    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>The sign-in name.</summary>
    public string Email { get; init; } = "";

    /// <summary>As they are called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Sees and does everything.</summary>
    public bool Administrator { get; init; }

    /// <summary>Kept out by an administrator.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether they have set a password; without one they come by an invitation or single sign-on.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Their name and e-mail were taken out: nobody any more.</summary>
    public bool Anonymised { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    long IVersioned.ETag => Version;
}

/// <summary>The people of the instance, kept where passwords are kept.</summary>
public interface IUserDirectory
{
    /// <summary>Names by id, of people and of the keys that record in their own name; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Everybody, to be ordered and paged.</summary>
    IQueryable<UserReply> All { get; }

    /// <summary>Everybody who can be given a role: whoever was anonymised is nobody any more.</summary>
    IQueryable<UserReply> Present { get; }

    /// <summary>Adds somebody; without a password they cannot sign in before they have set one.</summary>
    /// <exception cref="Domain.Common.InvalidValueException"><c>invalid_email</c>, or what is wrong with the password.</exception>
    /// <exception cref="Domain.Common.RefusedException"><c>email_taken</c>.</exception>
    Task<UserReply> CreateAsync(
        string email,
        string name,
        bool administrator,
        string? password,
        CancellationToken cancellationToken
    );

    /// <summary>Makes the first account, an administrator's, where there is none; of processes that start together one makes it.</summary>
    /// <returns>Whether it was made.</returns>
    Task<bool> CreateFirstAsync(string email, string name, string password, CancellationToken cancellationToken);

    /// <summary>Changes somebody. Whoever is locked out or is no administrator any more is signed out everywhere.</summary>
    /// <exception cref="Domain.Common.NotFoundException">No such user.</exception>
    /// <exception cref="Domain.Common.StaleException">The version is not the current one.</exception>
    /// <exception cref="Domain.Common.RefusedException"><c>last_administrator</c>: somebody has to be one; <c>user_anonymised</c>.</exception>
    Task<UserReply> UpdateAsync(
        Guid id,
        long? version,
        string name,
        bool administrator,
        bool locked,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Takes away who somebody was: a placeholder for e-mail and name, no password, no token, no right. The id stays, so that what they did keeps its
    /// author. Once is enough: a second time changes nothing.
    /// </summary>
    /// <exception cref="Domain.Common.NotFoundException">No such user.</exception>
    /// <exception cref="Domain.Common.RefusedException"><c>last_administrator</c>.</exception>
    Task<UserReply> AnonymiseAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Forgets as whom somebody comes through single sign-on, and signs them out everywhere.</summary>
    /// <exception cref="Domain.Common.NotFoundException">No such user.</exception>
    Task UnlinkAsync(Guid id, CancellationToken cancellationToken);
}
