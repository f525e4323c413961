import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Me } from '@shouwen/contracts/http/access.operations';
import { CatalogueService } from '../catalogue/catalogue.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { AppError } from '../platform/http/app-error.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Callers } from './callers.service.ts';
import { makeToken } from './tokens.ts';

/** argon2id, OWASP's second recommendation: 19 MiB, two passes. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** So many wrong passwords in a row lock an account … */
const LOCK_AFTER = 5;
/** … for so long, ms. */
const LOCK_MS = 15 * 60_000;
/** A session ends after this, ms, whatever its use: one working day. */
export const SESSION_MS = 12 * 3_600_000;

/** The password of every example account; refused in production. */
export const EXAMPLE_PASSWORD = 'qingshi-2026';

interface Account {
  staff_id: string;
  password_hash: string;
  example: boolean;
  failed: number;
  locked_until: Date | null;
}

type StaffCaller = Extract<Caller, { who: 'staff' }>;

/** Staff accounts: sign-in with lock-out, sessions, passwords. */
@Injectable()
export class StaffAccess {
  /** A whole hall may sign in from behind one address at half past eight; one name may not be tried out. */
  private readonly fromAddress = new RateLimiterMemory({ points: 600, duration: 60 });
  private readonly forName = new RateLimiterMemory({ points: 12, duration: 60 });
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly catalogues: CatalogueService,
    private readonly callers: Callers,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Checks a password and starts a session. Errors: `sign-in-failed`, `account-locked`, `too-many-requests`, `example-refused`. */
  async signIn(
    wish: { hallId: string; username: string; password: string },
    from: { address: string; userAgent: string },
  ): Promise<{ me: Me; token: string }> {
    await Promise.all([
      this.fromAddress.consume(from.address),
      this.forName.consume(`${from.address} ${wish.hallId} ${wish.username}`),
    ]).catch(() => {
      throw new AppError('too-many-requests');
    });
    const [account] = (await this.database.query(
      'select staff_id, password_hash, example, failed, locked_until from staff_account where hall_id = $1 and username = $2',
      [wish.hallId, wish.username],
    )) as Account[];
    const now = this.clock.now();
    if (account?.locked_until && account.locked_until.getTime() > now) throw new AppError('account-locked');
    // A wrong user name costs the same time as a wrong password, so that names cannot be tried out.
    this.decoy ??= hash('nobody has this password', ARGON);
    const good = await verify(account?.password_hash ?? (await this.decoy), wish.password);
    if (!account || !good) {
      if (account) await this.countFailure(wish.hallId, account, now);
      throw new AppError('sign-in-failed');
    }
    if (account.example && this.config.production) throw new AppError('example-refused');
    const { token, hash: tokenHash } = makeToken('s', wish.hallId);
    const [at, until] = [now, now + SESSION_MS].map((time) => new Date(time).toISOString());
    await this.database.query(
      `with cleared as (update staff_account set failed = 0, locked_until = null where hall_id = $1 and staff_id = $3),
         gone as (delete from staff_session where hall_id = $1 and expires_at < $4)
       insert into staff_session (hall_id, token_hash, staff_id, created_at, seen_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $4, $5, $6)`,
      [wish.hallId, tokenHash, account.staff_id, at, until, from.userAgent.slice(0, 200)],
    );
    return { me: await this.me({ hallId: wish.hallId, staffId: account.staff_id }), token };
  }

  async me({ hallId, staffId }: Pick<StaffCaller, 'hallId' | 'staffId'>): Promise<Me> {
    const { staff, rules, oversight } = await this.catalogues.current(hallId);
    const person = staff.find(({ id }) => id === staffId);
    if (!person) throw new AppError('not-signed-in');
    const { name, latinName, role, homeWindowId } = person;
    const oversees = Object.hasOwn(oversight, staffId) ? oversight[staffId]!.regions : [];
    return { hallId, staffId, name, latinName, role, homeWindowId, oversees, example: rules.hall.example };
  }

  async signOut(caller: StaffCaller): Promise<void> {
    await this.end(caller, 'and token_hash = $3', [caller.tokenHash]);
  }

  /** Ends every session of the caller. @returns how many. */
  signOutEverywhere(caller: StaffCaller): Promise<number> {
    return this.end(caller, '', []);
  }

  /** Changes the caller's password and ends the other sessions. Errors: `sign-in-failed` when the present one is wrong. */
  async changePassword(caller: StaffCaller, current: string, next: string): Promise<void> {
    const [account] = (await this.database.query(
      'select password_hash from staff_account where hall_id = $1 and staff_id = $2',
      [caller.hallId, caller.staffId],
    )) as Account[];
    if (!account || !(await verify(account.password_hash, current))) throw new AppError('sign-in-failed');
    await this.database.query(
      'update staff_account set password_hash = $3, example = false where hall_id = $1 and staff_id = $2',
      [caller.hallId, caller.staffId, await hash(next, ARGON)],
    );
    await this.end(caller, 'and token_hash <> $3', [caller.tokenHash]);
  }

  /** Gives every member of an example hall's staff an account with the example password. */
  async makeExampleAccounts(hallId: string): Promise<void> {
    const { staff } = await this.catalogues.current(hallId);
    const passwordHash = await hash(EXAMPLE_PASSWORD, ARGON);
    await this.database.query(
      `insert into staff_account (hall_id, staff_id, username, password_hash, example)
       select $1, id, username, $4, true from unnest($2::text[], $3::text[]) as s(id, username) on conflict do nothing`,
      [hallId, staff.map(({ id }) => id), staff.map(({ username }) => username), passwordHash],
    );
  }

  /** Accounts for staff who have none yet, each with a password of its own: told once, here, and stored only as a hash. */
  async makeFirstAccounts(hallId: string): Promise<{ username: string; password: string }[]> {
    const { staff } = await this.catalogues.current(hallId);
    const made: { username: string; password: string }[] = [];
    for (const { id, username } of staff) {
      const password = randomBytes(9).toString('base64url');
      const inserted = (await this.database.query(
        `insert into staff_account (hall_id, staff_id, username, password_hash, example)
         values ($1, $2, $3, $4, false) on conflict do nothing returning 1`,
        [hallId, id, username, await hash(password, ARGON)],
      )) as unknown[];
      if (inserted.length > 0) made.push({ username, password });
    }
    return made;
  }

  private async countFailure(hallId: string, account: Account, now: number): Promise<void> {
    const lockedUntil = account.failed + 1 >= LOCK_AFTER ? new Date(now + LOCK_MS).toISOString() : null;
    await this.database.query(
      `update staff_account set failed = case when $3::timestamptz is null then failed + 1 else 0 end, locked_until = $3
       where hall_id = $1 and staff_id = $2`,
      [hallId, account.staff_id, lockedUntil],
    );
  }

  private async end({ hallId, staffId }: StaffCaller, which: string, parameters: string[]): Promise<number> {
    const [rows] = (await this.database.query(
      `delete from staff_session where hall_id = $1 and staff_id = $2 ${which} returning token_hash`,
      [hallId, staffId, ...parameters],
    )) as [{ token_hash: string }[], number];
    this.callers.withdraw(
      rows.map((row) => row.token_hash),
      'signed-out',
    );
    return rows.length;
  }
}
