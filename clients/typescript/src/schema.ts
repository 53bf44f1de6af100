// Made by generate.mjs from the description with the SHA-256 c32b37b587bee63e30ce8683276b9d984c2888d651671625d1e151f48abf3172

export interface paths {
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Registers a user: anybody, only with an invitation, or nobody, as the deployment says (403). */
        post: operations["post_auth_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in: an access token for 15 minutes, a refresh cookie, and one by which the device is known next time. 403 `confirmation_required` where the e-mail address has to be confirmed first; a link is mailed. */
        post: operations["post_auth_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchanges the refresh cookie for a new access token and a new cookie. */
        post: operations["post_auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs out: revokes the refresh cookie and its access tokens, and closes their sockets. */
        post: operations["post_auth_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are signed with. */
        get: operations["get_auth__well_known_jwks_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms an e-mail address by the link that was mailed to it: of a new account, or the new one of an account. */
        post: operations["post_auth_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/confirm/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails the caller another link that confirms their e-mail address. 409 where it is confirmed already.
         * @description Needs a signed-in person.
         */
        post: operations["post_auth_confirm_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the password of the caller, who shows the current one, and ends all of their other sign-ins.
         * @description Needs a signed-in person.
         */
        post: operations["post_auth_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a link to a new e-mail address of the caller, who shows the password. It is theirs once it is confirmed.
         * @description Needs a signed-in person.
         */
        post: operations["post_auth_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link that sets a new password, if there is an account with this e-mail address. */
        post: operations["post_auth_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password by the link that was mailed, and ends all sign-ins of the account. */
        post: operations["post_auth_reset_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page for the links in mails that needs no console: with `#confirm=`, `#reset=` or `#invitation=` and the token. */
        get: operations["get_auth_link"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page that the link in mails about events leads to. */
        get: operations["get_auth_notifications"];
        put?: never;
        /** Ends mails about events, by one click in a mail program (RFC 8058) or on the page. The answer is the same for anybody. */
        post: operations["post_auth_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the caller is signed in, by default newest first.
         * @description Needs a signed-in person.
         */
        get: operations["get_my_sign_ins"];
        put?: never;
        post?: never;
        /**
         * Ends all sign-ins of the caller but this one, from their next request on. API keys stay.
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my_sign_ins"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/sign-ins/{sign_in_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one sign-in of the caller, from its next request on, and closes its sockets.
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my_sign_ins_sign_in_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The profile of the caller.
         * @description API keys need scope `read`.
         */
        get: operations["get_my"];
        put?: never;
        post?: never;
        /**
         * Removes the caller with everything that is theirs. Takes the password, or within five minutes of signing in `confirm`, the caller’s own id. From the next request on nobody is let in; all that is stored is gone within the hour. The last administrator stays (409).
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my"];
        options?: never;
        head?: never;
        /**
         * Changes the name the caller is shown by; `null` takes it away.
         * @description Needs a signed-in person.
         */
        patch: operations["patch_my"];
        trace?: never;
    };
    "/admin/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user: roles, tier, whether they are locked, and their own budget. They see in their audit trail who looked.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_users_user_id"];
        put?: never;
        post?: never;
        /**
         * Removes a user with everything that is theirs. Not oneself, and not the last administrator (409).
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        delete: operations["delete_admin_users_user_id"];
        options?: never;
        head?: never;
        /**
         * Changes roles, tier, lock or own budget, which holds with the user’s next request. The last administrator stays one.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        patch: operations["patch_admin_users_user_id"];
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness: whether this system answers. */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Readiness: the state of each dependency; 503 when a vital one is missing. */
        get: operations["get_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OpenAI's chat completions. The model agent/<name> is an agent; stream gives server-sent events.
         * @description API keys need scope `chat`.
         */
        post: operations["post_v1_chat_completions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * There is no WebSocket for responses. Codex, which asks for one first, then uses POST at once.
         * @description API keys need scope `chat`.
         */
        get: operations["get_v1_responses"];
        put?: never;
        /**
         * OpenAI's responses, kept for a day unless store is false. The model agent/<name> is an agent; stream gives events.
         * @description API keys need scope `chat`.
         */
        post: operations["post_v1_responses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/responses/{response_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A response that was kept, as it stands: in progress while a person decides, then with its answer.
         * @description API keys need scope `chat`.
         */
        get: operations["get_v1_responses_response_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * OpenAI's embeddings of texts.
         * @description API keys need scope `chat`.
         */
        post: operations["post_v1_embeddings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deployment's models and your agents, in OpenAI's or, by its version header, Anthropic's shape.
         * @description API keys need scope `chat`.
         */
        get: operations["get_v1_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the models. The name of an agent has a slash, encoded or not.
         * @description API keys need scope `chat`.
         */
        get: operations["get_v1_models_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{owner}/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the models. The name of an agent has a slash, encoded or not.
         * @description API keys need scope `chat`.
         */
        get: operations["get_v1_models_owner_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Anthropic's messages; x-api-key is accepted. The model agent/<name> is an agent; stream gives events.
         * @description API keys need scope `chat`.
         */
        post: operations["post_v1_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/count_tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * How many tokens a message would send, about: providers count in their own ways.
         * @description API keys need scope `chat`.
         */
        post: operations["post_v1_messages_count_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail of the caller, newest first: of one action, and from a time to another, both included.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests, tokens and cost by day, agent and model, or by session; by default of the last 30 days. By session it sums over 5,000 calls at a time, of the last 90 days: add the pages up.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/usage/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each call of a model cost in the last 90 days, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_usage_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/usage/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller may use, and has used of it this month: their tier, with their own budget where they have one.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_usage_limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API keys of the caller, by default oldest first, without the keys themselves.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_keys"];
        put?: never;
        /**
         * Creates an API key; `key` is shown only once.
         * @description Needs a signed-in person.
         */
        post: operations["post_my_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes an API key with immediate effect and closes the sockets it has opened.
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my_keys_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is the caller’s, one thing a line, without the values of secrets and keys. The first line says the version, the last, `end`, how many lines of each kind there were: an export without it is not whole. A stream ends after 15 minutes.
         * @description Needs a signed-in person.
         */
        get: operations["get_my_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything in one project, one thing a line. The first line says the version, the last, `end`, how many lines of each kind there were: an export without it is not whole. A stream ends after 15 minutes.
         * @description Needs a signed-in person.
         */
        get: operations["get_my_projects_project_id_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policies the caller’s calls of models pass: the imposed ones, what may be changed of them, and own ones.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_policies"];
        /**
         * Replaces the caller’s own policies, effective from the next call on. They add to what administrators decided and take nothing away; what is not left to users is refused, entry by entry. `version` is the one that was read.
         * @description Needs a signed-in person.
         */
        put: operations["put_my_policies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/policies/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the policies that would hold for the caller, with the changes in the body, would do to a conversation and an assumed answer. No model is asked and nothing is stored.
         * @description API keys need scope `read`.
         */
        post: operations["post_my_policies_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller’s calls of models about which policies decided something, of the last 30 days, newest first, without their contents.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/calls/{call_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What policies found in one of the caller’s calls and what they changed, before and after, but for what an imposed policy took out of the answer.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_calls_call_id_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The projects of the caller, by default in the order of their creation, the default one first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects"];
        put?: never;
        /**
         * Creates a project, with its own agents, sessions and memory.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One project.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id"];
        put?: never;
        post?: never;
        /**
         * Deletes a project with everything in it; the default project cannot be deleted.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id"];
        options?: never;
        head?: never;
        /**
         * Renames a project.
         * @description API keys need scope `write`.
         */
        patch: operations["patch_my_projects_project_id"];
        trace?: never;
    };
    "/my/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fills an empty project from an export; what happened in it comes as ended. A longer one comes in parts of at most 4 MB, cut between lines, in order, `part` counting from 1. One line that is wrong, and nothing of its part is written; a part that broke off goes on with the same text.
         * @description Needs a signed-in person.
         */
        post: operations["post_my_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fills an empty project from an export; what happened in it comes as ended. A longer one comes in parts of at most 4 MB, cut between lines, in order, `part` counting from 1. One line that is wrong, and nothing of its part is written; a part that broke off goes on with the same text.
         * @description Needs a signed-in person.
         */
        post: operations["post_my_projects_project_id_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agents of the project, by default oldest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents"];
        put?: never;
        /**
         * Creates an agent. What asks a person less often than before, or than by default, or adds tools, servers, secrets for them or trust in them, needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agents of the project, by default oldest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents"];
        put?: never;
        /**
         * Creates an agent. What asks a person less often than before, or than by default, or adds tools, servers, secrets for them or trust in them, needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates the starter team; repeating it changes nothing.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_templates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates the starter team; repeating it changes nothing.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_templates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest version of an agent, by its name, its key, or the id of any of its versions.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent"];
        /**
         * Makes a new version of an agent; work accepted for an older version is done by that version. What asks a person less often than before, or than by default, or adds tools, servers, secrets for them or trust in them, needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        put: operations["put_my_agents_agent"];
        post?: never;
        /**
         * Deletes an agent: queued work is cancelled, running work has a minute to end, then everything of it is removed.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_agents_agent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest version of an agent, by its name, its key, or the id of any of its versions.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent"];
        /**
         * Makes a new version of an agent; work accepted for an older version is done by that version. What asks a person less often than before, or than by default, or adds tools, servers, secrets for them or trust in them, needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        put: operations["put_my_projects_project_id_agents_agent"];
        post?: never;
        /**
         * Deletes an agent: queued work is cancelled, running work has a minute to end, then everything of it is removed.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_agents_agent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of an agent, by default newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every version of an agent, by default newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics of the agent and its queue.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics of the agent and its queue.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads the agent anew everywhere. A change made here needs no reloading: the next message knows of it.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_reload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/reload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads the agent anew everywhere. A change made here needs no reloading: the next message knows of it.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_reload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts new work again.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts new work again.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/deregister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuses new work; accepted work is still completed.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_deregister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/deregister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuses new work; accepted work is still completed.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_deregister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/space": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the project is doing: its agents, what is under way, and what was done in the last thirty days.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_space"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/space/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads all agents anew everywhere and counts the uptime from now. Nothing that is stored is lost.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_space_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Memories of the agent: the best matches of a query, or without one the newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent_context"];
        put?: never;
        /**
         * Adds a memory.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_context"];
        /**
         * Deletes memories by id or age; without either, all of them.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_agents_agent_context"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Memories of the agent: the best matches of a query, or without one the newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent_context"];
        put?: never;
        /**
         * Adds a memory.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_context"];
        /**
         * Deletes memories by id or age; without either, all of them.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_agents_agent_context"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/context/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics of the memory: counts, age and size, an alert when it is nearly full, and how turns ended that were shown memories.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent_context_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/context/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics of the memory: counts, age and size, an alert when it is nearly full, and how turns ended that were shown memories.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent_context_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/context/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all memories, one per line. If they do not fit, the header x-next-cursor has the cursor of the next part.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_agents_agent_context_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/context/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports all memories, one per line. If they do not fit, the header x-next-cursor has the cursor of the next part.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_agents_agent_context_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/context/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports memories, one per line, all or none; a line with a known id replaces that memory.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_context_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/context/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports memories, one per line, all or none; a line with a known id replaces that memory.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_context_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/agents/{agent}/context/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes memories that are old or least worth keeping; never pinned ones.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_agents_agent_context_prune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/agents/{agent}/context/prune": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes memories that are old or least worth keeping; never pinned ones.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_agents_agent_context_prune"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secrets of the project, by default by name, without their values.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_secrets"];
        put?: never;
        /**
         * Stores a secret for tools, encrypted; an existing name gets the new value.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_secrets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The secrets of the project, by default by name, without their values.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_secrets"];
        put?: never;
        /**
         * Stores a secret for tools, encrypted; an existing name gets the new value.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_secrets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a secret; tools that need it are unavailable from then on.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_secrets_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a secret; tools that need it are unavailable from then on.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_secrets_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/provider-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller’s own keys of model providers, by default by provider, without the keys; and the providers that there can be keys of.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_provider_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/provider-keys/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stores the caller’s own key of a model provider, encrypted. Where their tier allows it, calls are made with it from then on, and cost nothing here.
         * @description Needs a signed-in person.
         */
        put: operations["put_my_provider_keys_provider"];
        post?: never;
        /**
         * Deletes a key; calls are made with the deployment’s from then on.
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my_provider_keys_provider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/orchestrator/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The project’s settings for plans: the planning model, when approval is needed, and limits on tasks and cost.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_orchestrator_config"];
        /**
         * Replaces the project’s settings for plans; omitted fields take their defaults. They apply to plans made from now on. What asks a person less often than before needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        put: operations["put_my_orchestrator_config"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/orchestrator/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The project’s settings for plans: the planning model, when approval is needed, and limits on tasks and cost.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_orchestrator_config"];
        /**
         * Replaces the project’s settings for plans; omitted fields take their defaults. They apply to plans made from now on. What asks a person less often than before needs the scope `approvals:decide` too (403 `approvals_scope_required`).
         * @description API keys need scope `write`.
         */
        put: operations["put_my_projects_project_id_orchestrator_config"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks of the caller, without their secrets.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_webhooks"];
        put?: never;
        /**
         * Has events delivered to an address, as they are sent over the WebSocket, signed by Standard Webhooks. `secret` is shown only once. With permissions it is a plug-in: what it answers may add messages and files to its project.
         * @description Needs a signed-in person.
         */
        post: operations["post_my_webhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_webhooks_webhook_id"];
        put?: never;
        post?: never;
        /**
         * Removes a webhook with its deliveries.
         * @description Needs a signed-in person.
         */
        delete: operations["delete_my_webhooks_webhook_id"];
        options?: never;
        head?: never;
        /**
         * Changes a webhook, or enables it again after it was disabled.
         * @description Needs a signed-in person.
         */
        patch: operations["patch_my_webhooks_webhook_id"];
        trace?: never;
    };
    "/my/webhooks/{webhook_id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret, shown only once. For 24 hours deliveries carry a signature of the former one too.
         * @description Needs a signed-in person.
         */
        post: operations["post_my_webhooks_webhook_id_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivers an event `webhook_test`, which happened nowhere. Its delivery says what came of it.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_webhooks_webhook_id_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was delivered to a webhook in the last 7 days, or will be, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_webhooks_webhook_id_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivers it once more, under the same id.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_webhooks_webhook_id_deliveries_delivery_id_redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of which events the caller is told by e-mail.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_notifications"];
        /**
         * Has the caller told of events by e-mail, at most 50 a day. Mails say what happened, and nothing of its contents.
         * @description Needs a signed-in person.
         */
        put: operations["put_my_notifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The project's files in the order of their paths, all or of one folder, as they are or as they were.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_files"];
        put?: never;
        /**
         * Writes, moves and removes files: all changes become one new version, or none does.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The project's files in the order of their paths, all or of one folder, as they are or as they were.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_files"];
        put?: never;
        /**
         * Writes, moves and removes files: all changes become one new version, or none does.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file, as it is or as it was; slashes of its path are written %2F. Parts of it by the header Range.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_files_path"];
        /**
         * Writes one file; slashes of its path are written %2F.
         * @description API keys need scope `write`.
         */
        put: operations["put_my_files_path"];
        post?: never;
        /**
         * Removes a file, or a folder with all in it, from the newest version; earlier ones keep it.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_files_path"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file, as it is or as it was; slashes of its path are written %2F. Parts of it by the header Range.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_files_path"];
        /**
         * Writes one file; slashes of its path are written %2F.
         * @description API keys need scope `write`.
         */
        put: operations["put_my_projects_project_id_files_path"];
        post?: never;
        /**
         * Removes a file, or a folder with all in it, from the newest version; earlier ones keep it.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_files_path"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of the project's files, by default the newest first: who made each, why, and what it changed.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The versions of the project's files, by default the newest first: who made each, why, and what it changed.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_versions_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One version.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_versions_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions/{version}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a version changed, file by file; with `from`, what is different between that one and this.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_versions_version_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions/{version}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a version changed, file by file; with `from`, what is different between that one and this.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_versions_version_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings the files of a version back, exactly, as a new version. Nothing is lost by it, and no model is asked.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_versions_version_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings the files of a version back, exactly, as a new version. Nothing is lost by it, and no model is asked.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_versions_version_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions/{version}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a version a tag, by which it is kept however old it gets; `null` takes it away. A tag names one version: 409 where another has it.
         * @description API keys need scope `write`.
         */
        put: operations["put_my_versions_version_tag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions/{version}/tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a version a tag, by which it is kept however old it gets; `null` takes it away. A tag names one version: 409 where another has it.
         * @description API keys need scope `write`.
         */
        put: operations["put_my_projects_project_id_versions_version_tag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All files, as they are or as they were: a tar archive in gzip, a zip archive, or a bundle that git clones. One that breaks off has no end.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_archive"];
        put?: never;
        /**
         * Takes the files of an archive in, as one new version. One entry that cannot be a file, and nothing is.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All files, as they are or as they were: a tar archive in gzip, a zip archive, or a bundle that git clones. One that breaks off has no end.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_archive"];
        put?: never;
        /**
         * Takes the files of an archive in, as one new version. One entry that cannot be a file, and nothing is.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An address for bytes that are too many for a request. Put there, a change of the files or an import names them by the id.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An address for bytes that are too many for a request. Put there, a change of the files or an import names them by the id.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_uploads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/versions/{version}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the project is, found by rules in its files: languages, where to begin reading, how it is tested, built and started.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_versions_version_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/versions/{version}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the project is, found by rules in its files: languages, where to begin reading, how it is tested, built and started.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_versions_version_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The previews of the project that are not over, by default the newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_previews"];
        put?: never;
        /**
         * Shows files of the project as a website, or what a program of it answers, at an address of its own, to whoever has it; `url` is answered only once.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_previews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The previews of the project that are not over, by default the newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_previews"];
        put?: never;
        /**
         * Shows files of the project as a website, or what a program of it answers, at an address of its own, to whoever has it; `url` is answered only once.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_previews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews/{preview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One preview.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_previews_preview_id"];
        put?: never;
        post?: never;
        /**
         * Ends a preview: nobody sees it any more, and what its pages reported is gone.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_previews_preview_id"];
        options?: never;
        head?: never;
        /**
         * Lets a preview end later, or sooner. Its address stays the same.
         * @description API keys need scope `write`.
         */
        patch: operations["patch_my_previews_preview_id"];
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One preview.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_previews_preview_id"];
        put?: never;
        post?: never;
        /**
         * Ends a preview: nobody sees it any more, and what its pages reported is gone.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_previews_preview_id"];
        options?: never;
        head?: never;
        /**
         * Lets a preview end later, or sooner. Its address stays the same.
         * @description API keys need scope `write`.
         */
        patch: operations["patch_my_projects_project_id_previews_preview_id"];
        trace?: never;
    };
    "/my/previews/{preview_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What browsers said went wrong in a preview, the newest first: at most 20 different errors.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_previews_preview_id_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What browsers said went wrong in a preview, the newest first: at most 20 different errors.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_previews_preview_id_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews/{preview_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts the program of a preview that was stopped, or has ended; one that runs is left as it is.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_previews_preview_id_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts the program of a preview that was stopped, or has ended; one that runs is left as it is.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_previews_preview_id_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews/{preview_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops the program of a preview: its address stays, and says that nothing runs. Its log goes.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_previews_preview_id_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops the program of a preview: its address stays, and says that nothing runs. Its log goes.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_previews_preview_id_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews/{preview_id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts the program of a preview once more, on the files as the preview shows them now.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_previews_preview_id_restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts the program of a preview once more, on the files as the preview shows them now.
         * @description API keys need scope `write`.
         */
        post: operations["post_my_projects_project_id_previews_preview_id_restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/previews/{preview_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines that the program of a preview wrote, from `offset` on; none of one that was stopped.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_previews_preview_id_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/previews/{preview_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last lines that the program of a preview wrote, from `offset` on; none of one that was stopped.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_previews_preview_id_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The builds of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_builds"];
        put?: never;
        /**
         * Has the builder team write software in the project’s files. Its events are those of the build’s session.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_builds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The builds of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_builds"];
        put?: never;
        /**
         * Has the builder team write software in the project’s files. Its events are those of the build’s session.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_builds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a project may begin with, as the `template` of a build: each with its commands.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_builds_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One build: its stage, its tasks, the versions it made, what it used.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_builds_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One build: its stage, its tasks, the versions it made, what it used.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_builds_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a build at once; repeating it changes nothing. The versions it made stay.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_builds_run_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a build at once; repeating it changes nothing. The versions it made stay.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_builds_run_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/{run_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says something to one of the team. The answer comes in the build’s session, between two steps of the work.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_builds_run_id_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds/{run_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says something to one of the team. The answer comes in the build’s session, between two steps of the work.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_builds_run_id_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/{run_id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * After its end: a further build in the same session, from the newest files, with the limits of the former where none are named.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_builds_run_id_continue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds/{run_id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * After its end: a further build in the same session, from the newest files, with the limits of the former where none are named.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_builds_run_id_continue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/builds/{run_id}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * After its end: a further build in the same session, which mends the errors that its page has reported.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_builds_run_id_fix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/builds/{run_id}/fix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * After its end: a further build in the same session, which mends the errors that its page has reported.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_builds_run_id_fix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/chat/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chats of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_chat_sessions"];
        put?: never;
        /**
         * Opens a chat.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_chat_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/chat/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The chats of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_chat_sessions"];
        put?: never;
        /**
         * Opens a chat.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_chat_sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/chat/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One chat.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_chat_sessions_session_id"];
        put?: never;
        post?: never;
        /**
         * Deletes a chat: its runs are cancelled and everything in it is removed. keep_memories=true keeps its memories.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_chat_sessions_session_id"];
        options?: never;
        head?: never;
        /**
         * Renames a chat.
         * @description API keys need scope `chat`.
         */
        patch: operations["patch_my_chat_sessions_session_id"];
        trace?: never;
    };
    "/my/projects/{project_id}/chat/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One chat.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_chat_sessions_session_id"];
        put?: never;
        post?: never;
        /**
         * Deletes a chat: its runs are cancelled and everything in it is removed. keep_memories=true keeps its memories.
         * @description API keys need scope `write`.
         */
        delete: operations["delete_my_projects_project_id_chat_sessions_session_id"];
        options?: never;
        head?: never;
        /**
         * Renames a chat.
         * @description API keys need scope `chat`.
         */
        patch: operations["patch_my_projects_project_id_chat_sessions_session_id"];
        trace?: never;
    };
    "/my/chat/{session_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a chat, oldest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_chat_session_id_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/chat/{session_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a chat, oldest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_chat_session_id_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/chat/{session_id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message to an agent or, without one, to the orchestrator, which makes a plan. With wait the reply carries the answer if it is ready in time; it does not wait for a person.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_chat_session_id_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/chat/{session_id}/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message to an agent or, without one, to the orchestrator, which makes a plan. With wait the reply carries the answer if it is ready in time; it does not wait for a person.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_chat_session_id_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with its tasks.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_runs_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with its tasks.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_runs_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a run in any state; repeating it changes nothing. For a plan the answer is 202: its tasks are stopped afterwards.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_runs_run_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels a run in any state; repeating it changes nothing. For a plan the answer is 202: its tasks are stopped afterwards.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_runs_run_id_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/runs/{run_id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the tasks of a run did, step by step, for as long as the run is kept: task by task, each in its order. A run’s answer is no step.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_runs_run_id_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/runs/{run_id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the tasks of a run did, step by step, for as long as the run is kept: task by task, each in its order. A run’s answer is no step.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_runs_run_id_journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The approvals of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The approvals of the project, newest first.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/approvals/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approval rate, time-out rate and response times.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_approvals_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/approvals/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approval rate, time-out rate and response times.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_approvals_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/approvals/{approval_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One approval and its decision.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_approvals_approval_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/approvals/{approval_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One approval and its decision.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_approvals_approval_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/approvals/{approval_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves, rejects with a reason that the model sees, or edits the arguments. Numbers in them are carried out as they are spelled.
         * @description API keys need scope `approvals:decide`.
         */
        post: operations["post_my_approvals_approval_id_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/approvals/{approval_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves, rejects with a reason that the model sees, or edits the arguments. Numbers in them are carried out as they are spelled.
         * @description API keys need scope `approvals:decide`.
         */
        post: operations["post_my_projects_project_id_approvals_approval_id_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/approvals/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides several approvals in the same way; each has its own result.
         * @description API keys need scope `approvals:decide`.
         */
        post: operations["post_my_approvals_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/approvals/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides several approvals in the same way; each has its own result.
         * @description API keys need scope `approvals:decide`.
         */
        post: operations["post_my_projects_project_id_approvals_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Remembered permissions: what agents may do without asking again. By default by agent.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_permissions"];
        put?: never;
        post?: never;
        /**
         * Revokes every remembered permission.
         * @description API keys need scope `approvals:decide`.
         */
        delete: operations["delete_my_permissions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Remembered permissions: what agents may do without asking again. By default by agent.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_permissions"];
        put?: never;
        post?: never;
        /**
         * Revokes every remembered permission.
         * @description API keys need scope `approvals:decide`.
         */
        delete: operations["delete_my_projects_project_id_permissions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/permissions/{permission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes one remembered permission.
         * @description API keys need scope `approvals:decide`.
         */
        delete: operations["delete_my_permissions_permission_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/permissions/{permission_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes one remembered permission.
         * @description API keys need scope `approvals:decide`.
         */
        delete: operations["delete_my_projects_project_id_permissions_permission_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/runs/{run_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a run that is under way ask the person: its task waits for the decision, which its agent reads. It asks before its next call of the model, under the id in the answer; of a plan one task does, and what does not depend on it goes on.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_runs_run_id_approvals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/runs/{run_id}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a run that is under way ask the person: its task waits for the decision, which its agent reads. It asks before its next call of the model, under the id in the answer; of a plan one task does, and what does not depend on it goes on.
         * @description API keys need scope `chat`.
         */
        post: operations["post_my_projects_project_id_runs_run_id_approvals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/plans/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan of a run: its tasks in every round, their dependencies, and estimates.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_plans_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/plans/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan of a run: its tasks in every round, their dependencies, and estimates.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_plans_run_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/plans/{run_id}/graph.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan of a run as a picture, light or dark as the reader prefers.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_plans_run_id_graph_svg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/plans/{run_id}/graph.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The plan of a run as a picture, light or dark as the reader prefers.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_plans_run_id_graph_svg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/socket-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A ticket that opens one WebSocket: connect to `url` with `?ticket=` within 30 seconds. Each event comes as one text; to a client that subscribes with `"batches": true`, as `{"events": […]}` with several of them where they come quickly.
         * @description API keys need scope `read`.
         */
        post: operations["post_my_socket_ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/chat/{session_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a session as NDJSON, or as server-sent events when `Accept` asks for `text/event-stream`.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_chat_session_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/projects/{project_id}/chat/{session_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of a session as NDJSON, or as server-sent events when `Accept` asks for `text/event-stream`.
         * @description API keys need scope `read`.
         */
        get: operations["get_my_projects_project_id_chat_session_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policies every call of a model passes: those of the deployment, or the own ones of one user.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_policies"];
        /**
         * Replaces the policies, effective everywhere within 30 seconds. `version` is the one that was read.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        put: operations["put_admin_policies"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/policies/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What policies would do to a conversation and an assumed answer. The model is not asked and nothing is stored.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        post: operations["post_admin_policies_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls about which policies decided something on a day (UTC), newest first, without their contents.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_calls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/calls/{call_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What policies found in a call and what they changed, before and after. The access appears in the audit log of the user.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_calls_call_id_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Context blocks kept for the sessions of a user: sizes, limits and hits.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_blocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/runs/{run_id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redrives the stalled tasks of a run, as after a dead letter.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        post: operations["post_admin_runs_run_id_redrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations that can still be used, newest first.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_invitations"];
        put?: never;
        /**
         * Invites somebody to register, once. With an e-mail address it is for that one, and mailed there where the deployment sends mails; otherwise `token` and `link` are shown here, and only here.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        post: operations["post_admin_invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws an invitation: nobody registers with it any more.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        delete: operations["delete_admin_invitations_invitation_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The users, those who registered last first; by e-mail address, role, tier, or whether they are locked.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tiers that users can have, by default by name: stored ones, and those of the settings where none is stored.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_tiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tiers/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stores a tier, instead of the settings’ of the same name; effective everywhere within a second. `version` is the one that was read, 0 for a tier that is not stored yet.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        put: operations["put_admin_tiers_name"];
        post?: never;
        /**
         * Removes a stored tier that nobody has. One that stands before the settings’ gives way to it; the settings’ own cannot be removed.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        delete: operations["delete_admin_tiers_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of all users or of one, by state and by the time they were accepted; by user and project, newest first, or the reverse.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests, tokens and cost in sums by day, user, model or agent; by default of the last 30 days. A page sums over 500 users: add the pages up.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs that failed, counted by day and reason; by default of the last 30 days. A page looks at 200 users: add the pages up.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/spaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects with counts of agents and of live tasks, for a page of users, those who registered last first; `limit` counts users.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_spaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports audit trails, one entry a line: of all users or of one, also of a removed one; of one action, and from a time to another. By default oldest first, user by user.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caches of all containers did since the deployment began, by level, and what they hold now. A container adds its figures once a minute.
         * @description Needs the role `admin`. Needs a signed-in person.
         */
        get: operations["get_admin_cache"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of the deployment in the text format of Prometheus, for an administrator or with the scrape key of the settings as bearer token. Sums over all users are taken each minute while somebody reads them, so the first answer lacks them.
         * @description Needs the role `admin`. API keys need scope `read`.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an OpenAPI 3.1 document. */
        get: operations["get_openapi_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API as an HTML page in which requests can be tried. */
        get: operations["get_my_docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/docs/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The script of that page, which it names. */
        get: operations["get_my_docs_asset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Agent: {
            id: string;
            key: string;
            name: string;
            version: number;
            /** @enum {string} */
            status: "ready" | "busy" | "error" | "draining";
            config: components["schemas"]["AgentConfig"];
            created_at: string;
            updated_at: string;
        };
        AgentConfig: {
            display_name?: string;
            system_prompt: string;
            model?: string;
            /** @default [] */
            tools: components["schemas"]["ToolSetting"][];
            /** @default [] */
            capabilities: string[];
            /** @default 3 */
            concurrency_limit: number;
            /** @default 100 */
            max_pending: number;
            /**
             * @default {
             *       "max_vectors": 10000
             *     }
             */
            memory: components["schemas"]["MemorySettings"];
            /**
             * @default {
             *       "max_steps": 25,
             *       "max_tokens": 200000,
             *       "max_minutes": 60
             *     }
             */
            limits: components["schemas"]["RunLimits"];
            /**
             * @default {
             *       "min_risk": "medium"
             *     }
             */
            approval: components["schemas"]["ApprovalSettings"];
        };
        AgentFigures: {
            queue: {
                running: number;
                waiting: number;
                live: number;
                limit: number;
            };
            tasks: number;
            failed: number;
            success_rate: number | null;
            duration_ms: {
                mean: number;
                p95: number;
            } | null;
            prompt_tokens: number;
            completion_tokens: number;
            cost: number;
            health: components["schemas"]["AgentHealth"];
        };
        AgentHealth: {
            failures_in_a_row: number;
            error_code: string | null;
            checked_at: string | null;
        };
        AgentPage: {
            items: components["schemas"]["Agent"][];
            next_cursor: string | null;
        };
        /** @description The name or the key of an agent, or the id of one of its versions. */
        AgentReference: string;
        AnnouncedUpload: {
            bytes: number;
            sha256: string;
        };
        AnswersPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default open
             * @constant
             */
            on_failure: "open";
            timeout_ms?: number;
            /** @constant */
            kind: "answers";
            /**
             * @default repeatable
             * @enum {string}
             */
            calls: "repeatable" | "all";
            /** @default 86400 */
            keep_seconds: number;
            similar?: {
                /** @default 0.9 */
                threshold: number;
            };
        };
        AnswersPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default open
             * @constant
             */
            on_failure?: "open";
            timeout_ms?: number;
            /** @constant */
            kind: "answers";
            /**
             * @default repeatable
             * @enum {string}
             */
            calls?: "repeatable" | "all";
            /** @default 86400 */
            keep_seconds?: number;
            similar?: {
                /** @default 0.9 */
                threshold?: number;
            };
        };
        AnthropicDocumentBlock: {
            /** @constant */
            type: "document";
            source: {
                /** @constant */
                type: "base64";
                /** @constant */
                media_type: "application/pdf";
                /** Format: base64 */
                data: string;
            } | {
                /** @constant */
                type: "url";
                url: string;
            } | {
                /** @constant */
                type: "text";
                media_type?: unknown;
                data: string;
            } | {
                /** @constant */
                type: "content";
                content: string | (components["schemas"]["AnthropicTextBlock"] | components["schemas"]["AnthropicImageBlock"])[];
            };
            title?: string | null;
            context?: string | null;
            cache_control?: unknown;
        };
        AnthropicError: {
            /** @constant */
            type: "error";
            error: {
                type: string;
                message: string;
                details?: {
                    [key: string]: unknown;
                };
            };
            request_id: string;
        };
        AnthropicImageBlock: {
            /** @constant */
            type: "image";
            source: {
                /** @constant */
                type: "base64";
                /** @enum {string} */
                media_type: "image/jpeg" | "image/png" | "image/gif" | "image/webp";
                /** Format: base64 */
                data: string;
            } | {
                /** @constant */
                type: "url";
                url: string;
            };
            cache_control?: unknown;
        };
        AnthropicInputMessage: {
            /** @constant */
            role: "user";
            content: string | (components["schemas"]["AnthropicTextBlock"] | components["schemas"]["AnthropicImageBlock"] | components["schemas"]["AnthropicDocumentBlock"] | components["schemas"]["AnthropicSearchResultBlock"] | components["schemas"]["AnthropicToolResultBlock"])[];
        } | {
            /** @constant */
            role: "assistant";
            content: string | (components["schemas"]["AnthropicTextBlock"] | components["schemas"]["AnthropicToolUseBlock"] | {
                /** @constant */
                type: "thinking";
                thinking: string;
                signature?: unknown;
            } | {
                /** @constant */
                type: "redacted_thinking";
                data?: unknown;
            })[];
        } | {
            /** @constant */
            role: "system";
            content: string | components["schemas"]["AnthropicTextBlock"][];
            output_config?: unknown;
        };
        AnthropicMessage: {
            id: string;
            /** @constant */
            type: "message";
            /** @constant */
            role: "assistant";
            model: string;
            content: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        AnthropicMessageRequest: {
            model: string;
            messages: components["schemas"]["AnthropicInputMessage"][];
            system?: (string | components["schemas"]["AnthropicTextBlock"][]) | null;
            tools?: (components["schemas"]["AnthropicTool"] | components["schemas"]["ForeignTool"])[] | null;
            tool_choice?: components["schemas"]["AnthropicToolChoice"] | null;
            thinking?: components["schemas"]["AnthropicThinking"] | null;
            output_config?: components["schemas"]["AnthropicOutputConfig"] | null;
            cache_control?: unknown;
            context_management?: unknown;
            thread?: null;
            max_tokens: number;
            stream?: boolean | null;
            stop_sequences?: string[] | null;
            temperature?: number | null;
            top_p?: number | null;
            metadata?: {
                user_id?: string | null;
                session_id?: string | null;
            } | null;
            top_k?: number | null;
            container?: null;
            mcp_servers?: unknown[] | null;
            service_tier?: unknown;
            inference_geo?: unknown;
            speed?: unknown;
            diagnostics?: unknown;
            user_profile_id?: unknown;
            workspace_id?: unknown;
        };
        AnthropicOutputConfig: {
            format?: components["schemas"]["AnthropicOutputFormat"] | null;
            effort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
        };
        AnthropicOutputFormat: {
            /** @constant */
            type: "json_schema";
            schema: {
                [key: string]: unknown;
            };
            name?: unknown;
        };
        AnthropicSearchResultBlock: {
            /** @constant */
            type: "search_result";
            source: string;
            title: string;
            content: components["schemas"]["AnthropicTextBlock"][];
            cache_control?: unknown;
            citations?: unknown;
        };
        AnthropicStreamEvent: {
            type: string;
        } & {
            [key: string]: unknown;
        };
        AnthropicTextBlock: {
            /** @constant */
            type: "text";
            text: string;
            cache_control?: unknown;
            citations?: unknown;
            parsed_output?: unknown;
        };
        AnthropicThinking: {
            type: string;
            budget_tokens?: number | null;
            display?: string | null;
        };
        AnthropicTool: {
            type?: "custom" | null;
            name: string;
            description?: string | null;
            input_schema: {
                [key: string]: unknown;
            };
            strict?: boolean | null;
            cache_control?: unknown;
            defer_loading?: unknown;
            eager_input_streaming?: unknown;
            input_examples?: unknown;
        };
        AnthropicToolChoice: {
            /** @constant */
            type: "auto";
            disable_parallel_tool_use?: boolean | null;
        } | {
            /** @constant */
            type: "any";
            disable_parallel_tool_use?: boolean | null;
        } | {
            /** @constant */
            type: "tool";
            name: string;
            disable_parallel_tool_use?: boolean | null;
        } | {
            /** @constant */
            type: "none";
        };
        AnthropicToolResultBlock: {
            /** @constant */
            type: "tool_result";
            tool_use_id: string;
            content?: (string | (components["schemas"]["AnthropicTextBlock"] | components["schemas"]["AnthropicImageBlock"] | components["schemas"]["AnthropicDocumentBlock"] | components["schemas"]["AnthropicSearchResultBlock"] | {
                /** @constant */
                type: "tool_reference";
                tool_name: string;
                cache_control?: unknown;
            })[]) | null;
            is_error?: boolean | null;
            cache_control?: unknown;
        };
        AnthropicToolUseBlock: {
            /** @constant */
            type: "tool_use";
            id: string;
            name: string;
            input: {
                [key: string]: unknown;
            };
            cache_control?: unknown;
            caller?: unknown;
        };
        ApiKey: {
            id: string;
            name: string;
            scopes: ("read" | "write" | "chat" | "approvals:decide")[];
            /** @description Requests a minute with this key; `null`: as many as its owner may make. */
            rate_limit: number | null;
            created_at: string;
            last_used_at: string | null;
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            next_cursor: string | null;
        };
        Approval: {
            id: string;
            /** @enum {string} */
            kind: "tool" | "unknown_outcome" | "question" | "plan" | "proposal";
            /** @enum {string} */
            risk: "low" | "medium" | "high";
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "expired" | "closed";
            payload: {
                [key: string]: unknown;
            };
            schema?: {
                [key: string]: unknown;
            };
            session_id: string;
            run_id: string;
            expires_at: string;
            created_at: string;
            resolved_at: string | null;
            decision: {
                /** @enum {string} */
                decision: "approve" | "reject" | "edit";
                by: string;
                reason: string | null;
                arguments: {
                    [key: string]: unknown;
                } | null;
            } | null;
        };
        ApprovalDecision: {
            /** @enum {string} */
            decision: "approve" | "reject" | "edit";
            reason?: string;
            arguments?: {
                [key: string]: unknown;
            };
            remember?: boolean;
        };
        ApprovalFigures: {
            total: number;
            by_status: {
                [key: string]: number;
            };
            approval_rate: number | null;
            timeout_rate: number | null;
            response_seconds: {
                median: number;
                p95: number;
            } | null;
        };
        ApprovalId: string;
        ApprovalPage: {
            items: components["schemas"]["Approval"][];
            next_cursor: string | null;
        };
        ApprovalSettings: {
            /** @enum {string} */
            min_risk: "low" | "medium" | "high";
        };
        ArchiveImport: {
            /** @description The archive in base64: tar in gzip, zip, or a bundle of git. */
            content?: string;
            /** @description Instead of the content: an upload of the archive. */
            upload?: string;
            /**
             * @description `replace`: the files of the archive are all there are then; `merge`: others stay.
             * @default merge
             * @enum {string}
             */
            mode?: "merge" | "replace";
            /** @default Imported an archive */
            reason?: string;
        };
        /** @enum {string} */
        AuditAction: "registered" | "signed_in" | "sign_in_failed" | "refresh_reused" | "signed_out" | "api_key_created" | "api_key_used" | "api_key_revoked" | "access_refused" | "project_deleted" | "secret_stored" | "secret_deleted" | "preview_published" | "preview_extended" | "preview_ended" | "preview_started" | "preview_stopped" | "preview_restarted" | "provider_key_stored" | "provider_key_deleted" | "stream_opened" | "stream_closed" | "model_called" | "approval_decided" | "data_deleted" | "data_exported" | "data_imported" | "policies_changed" | "policies_read" | "calls_listed" | "call_read" | "blocks_read" | "run_redriven" | "data_repaired" | "orchestrator_changed" | "oversight_loosened" | "permission_remembered" | "permission_revoked" | "role_granted" | "role_revoked" | "tier_changed" | "account_locked" | "account_unlocked" | "budget_changed" | "tiers_listed" | "tier_stored" | "tier_removed" | "users_listed" | "user_read" | "runs_listed" | "usage_read" | "errors_read" | "spaces_read" | "audit_exported" | "confirmation_requested" | "email_confirmed" | "email_change_requested" | "email_changed" | "password_changed" | "password_reset_requested" | "password_reset" | "name_changed" | "account_removed" | "sign_in_ended" | "sign_ins_ended" | "invitation_created" | "invitations_listed" | "invitation_withdrawn" | "webhook_created" | "webhook_changed" | "webhook_secret_rotated" | "webhook_removed" | "webhook_disabled" | "notifications_changed" | "notifications_ended";
        AuditEntry: {
            id: string;
            action: components["schemas"]["AuditAction"];
            at: string;
            source_ip?: string;
            user_agent?: string;
            request_id?: string;
            target?: string;
        };
        AuditEntryPage: {
            items: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
        };
        BatchDecision: {
            ids: string[];
            /** @enum {string} */
            decision: "approve" | "reject";
            reason?: string;
        };
        BatchOutcome: {
            items: components["schemas"]["DecisionOutcome"][];
        };
        Build: {
            id: string;
            run_id: string;
            session_id: string;
            state: components["schemas"]["RunState"];
            created_at: string;
            ended_at: string | null;
            /** @enum {string} */
            stage: "specification" | "architecture" | "plan" | "development" | "test" | "hunt" | "troubleshoot" | "documentation" | "release" | "done" | "given_up";
            oversight: components["schemas"]["BuildOversight"];
            template: string | null;
            tasks: components["schemas"]["BuildTask"][];
            versions: components["schemas"]["BuildVersion"][];
            web_folder: string | null;
            preview: components["schemas"]["BuildPreview"];
            usage: components["schemas"]["RunUsage"] | null;
            error: components["schemas"]["RunError"] | null;
            approval_id: string | null;
        };
        BuildContinuation: {
            /** @description By default as the build before had it. */
            oversight?: components["schemas"]["BuildOversight"];
            limits?: components["schemas"]["ChangedBuildLimits"];
            request: string;
        };
        BuildLimits: {
            /** @default 2000000 */
            max_tokens?: number;
            max_cost?: number;
            /** @default 60 */
            max_minutes?: number;
            /** @default 3 */
            max_attempts?: number;
        };
        /** @enum {string} */
        BuildOversight: "every_step" | "milestones" | "none";
        /** @description Where its page is shown, always as its newest files have it, until it is over. */
        BuildPreview: {
            id: string;
            url: string;
            expires_at: string;
        } | null;
        BuildSummary: {
            id: string;
            run_id: string;
            session_id: string;
            state: components["schemas"]["RunState"];
            created_at: string;
            ended_at: string | null;
        };
        BuildSummaryPage: {
            items: components["schemas"]["BuildSummary"][];
            next_cursor: string | null;
        };
        BuildTask: {
            id: string;
            title: string;
            depends_on: string[];
            /** @enum {string} */
            state: "open" | "working" | "done" | "failed" | "cancelled";
        };
        BuildVersion: {
            version: number;
            reason: string;
        };
        CacheLevelFigures: {
            /** @enum {string} */
            level: "memory" | "warmed" | "table" | "valkey" | "objects";
            hits: number;
            misses: number;
            /** @description Of the reads of this level; `null` before the first. */
            hit_ratio: number | null;
            /** @description Found, but superseded since it was kept. */
            conflicts: number;
            /** @description `null` for memory, whose reads take no time worth measuring. */
            mean_read_ms: number | null;
            bytes_read: number;
            bytes_written: number;
            /** @description Reads and writes left out while the level did not work. */
            skipped: number;
            /** @description Containers that skip it at the moment. */
            skipped_by: number;
        };
        CacheMemory: {
            /** @description Those whose caches were asked in the last five minutes; the sizes are of them together. */
            containers: number;
            entries: number;
            bytes: number;
            max_bytes: number;
            /** @description A forecast, from how the sizes went until now. */
            bytes_in_an_hour: number;
        };
        CacheOverview: {
            /** @description Of all that was asked for, in whatever level it was found. */
            hit_ratio: number | null;
            levels: components["schemas"]["CacheLevelFigures"][];
            /** @description How often each happened: `loads_saved` are those that joined the load of another. */
            events: {
                [key: string]: number;
            };
            memory: components["schemas"]["CacheMemory"];
        };
        ChangedAgent: {
            name?: string;
            display_name?: string;
            system_prompt: string;
            model?: string;
            /** @default [] */
            tools?: components["schemas"]["ToolSettingInput"][];
            /** @default [] */
            capabilities?: string[];
            /** @default 3 */
            concurrency_limit?: number;
            /** @default 100 */
            max_pending?: number;
            /**
             * @default {
             *       "max_vectors": 10000
             *     }
             */
            memory?: components["schemas"]["MemorySettingsInput"];
            /**
             * @default {
             *       "max_steps": 25,
             *       "max_tokens": 200000,
             *       "max_minutes": 60
             *     }
             */
            limits?: components["schemas"]["RunLimitsInput"];
            /**
             * @default {
             *       "min_risk": "medium"
             *     }
             */
            approval?: components["schemas"]["ApprovalSettings"];
        };
        /** @description What is not named stays as the build before had it. */
        ChangedBuildLimits: {
            max_tokens?: number;
            max_cost?: number;
            max_minutes?: number;
            max_attempts?: number;
        };
        ChangedNotifications: {
            email: components["schemas"]["EmailNotifications"];
        };
        ChangedOwnPolicies: {
            policies: components["schemas"]["PolicyInput"][];
            /** @default [] */
            switched_off?: string[];
            version: number;
        };
        ChangedPolicies: {
            policies: components["schemas"]["PolicyInput"][];
            user_may?: components["schemas"]["UserMayInput"];
            version: number;
        };
        ChangedSession: {
            title: string;
        };
        ChangedTier: {
            readonly models: string[];
            month: components["schemas"]["TierMonth"];
            answer: components["schemas"]["TierAnswer"];
            prompt: components["schemas"]["TierPrompt"];
            concurrent_calls: number;
            minute: components["schemas"]["TierMinute"];
            projects: number;
            agents: number;
            /**
             * @default {
             *       "files": 2000,
             *       "bytes": 209715200,
             *       "versions": 1000,
             *       "file_bytes": 10485760
             *     }
             */
            workspace?: components["schemas"]["TierWorkspace"];
            /** @default 10 */
            webhooks?: number;
            /** @default false */
            unpriced_models?: boolean;
            /** @default false */
            own_provider_keys?: boolean;
            /** @default 0 */
            version?: number;
        };
        ChangedUser: {
            roles?: ("user" | "admin")[];
            tier?: string;
            locked?: boolean;
            budget?: components["schemas"]["OwnBudget"] | null;
        };
        ChangedWebhook: {
            name?: string;
            /** Format: uri */
            url?: string;
            events?: components["schemas"]["NotifiedEvent"][];
            permissions?: components["schemas"]["PlugInPermission"][];
            enabled?: boolean;
        };
        Charge: {
            id: string;
            at: string;
            project_id: string;
            session_id: string | null;
            agent_key: string | null;
            own_key: boolean;
            purpose: string;
            model: string;
            /** @enum {string} */
            outcome: "answered" | "failed" | "cut" | "abandoned";
            reason: string | null;
            prompt_tokens: number;
            completion_tokens: number;
            cache_read_tokens: number | null;
            cache_write_tokens: number | null;
            reasoning_tokens: number | null;
            estimated: boolean;
            cost: number;
            milliseconds: number;
            first_word_milliseconds: number | null;
        };
        ChargePage: {
            items: components["schemas"]["Charge"][];
            next_cursor: string | null;
        };
        ChatCompletion: {
            id: string;
            /** @constant */
            object: "chat.completion";
            created: number;
            model: string;
            choices: ({
                index: number;
                message: {
                    /** @constant */
                    role: "assistant";
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        ChatCompletionChunk: {
            id: string;
            /** @constant */
            object: "chat.completion.chunk";
            created: number;
            model: string;
            choices: ({
                index: number;
                delta: {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        ChatCompletionRequest: {
            model: string;
            messages: components["schemas"]["ChatMessage"][];
            stream?: boolean | null;
            stream_options?: {
                include_usage?: boolean | null;
                include_obfuscation?: unknown;
            } | null;
            tools?: (components["schemas"]["ChatTool"] | components["schemas"]["ForeignTool"])[] | null;
            tool_choice?: (("none" | "auto" | "required") | {
                /** @constant */
                type: "function";
                function: {
                    name: string;
                };
            }) | null;
            parallel_tool_calls?: boolean | null;
            response_format?: (components["schemas"]["TextFormat"] | components["schemas"]["JsonObjectFormat"] | {
                /** @constant */
                type: "json_schema";
                json_schema: {
                    name: string;
                    description?: unknown;
                    schema: {
                        [key: string]: unknown;
                    };
                    strict?: boolean | null;
                };
            }) | null;
            max_tokens?: number | null;
            max_completion_tokens?: number | null;
            temperature?: number | null;
            top_p?: number | null;
            stop?: (string | string[]) | null;
            seed?: number | null;
            frequency_penalty?: number | null;
            presence_penalty?: number | null;
            reasoning_effort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
            user?: string | null;
            metadata?: {
                [key: string]: string;
            } | null;
            prompt_cache_key?: string | null;
            n?: 1 | null;
            logprobs?: false | null;
            top_logprobs?: 0 | null;
            modalities?: "text"[] | null;
            logit_bias?: null;
            audio?: null;
            functions?: null;
            function_call?: null;
            web_search_options?: null;
            moderation?: null;
            prediction?: unknown;
            store?: unknown;
            service_tier?: unknown;
            safety_identifier?: unknown;
            prompt_cache_retention?: unknown;
            prompt_cache_options?: unknown;
            verbosity?: unknown;
        };
        ChatCompletionStreamEvent: components["schemas"]["ChatCompletionChunk"] | components["schemas"]["OpenAiError"];
        ChatMessage: {
            /** @enum {string} */
            role: "system" | "developer";
            content: string | components["schemas"]["ChatTextPart"][];
            name?: unknown;
        } | {
            /** @constant */
            role: "user";
            content: string | (components["schemas"]["ChatTextPart"] | {
                /** @constant */
                type: "image_url";
                image_url: {
                    url: string;
                    detail?: ("auto" | "low" | "high") | null;
                };
            } | {
                /** @constant */
                type: "file";
                file: {
                    file_data: string;
                    filename?: string | null;
                };
            })[];
            name?: unknown;
        } | {
            /** @constant */
            role: "assistant";
            content?: (string | (components["schemas"]["ChatTextPart"] | components["schemas"]["RefusalPart"] | {
                /** @enum {string} */
                type: "thinking" | "reasoning";
            })[]) | null;
            refusal?: string | null;
            tool_calls?: components["schemas"]["ChatToolCall"][] | null;
            reasoning_content?: string | null;
            reasoning?: string | null;
            reasoning_details?: {
                [key: string]: unknown;
            }[] | null;
            thinking_blocks?: {
                [key: string]: unknown;
            }[] | null;
            name?: unknown;
            annotations?: unknown;
            parsed?: unknown;
            audio?: null;
            function_call?: null;
        } | {
            /** @constant */
            role: "tool";
            content?: (string | components["schemas"]["ChatTextPart"][]) | null;
            tool_call_id: string;
            name?: unknown;
        };
        ChatTextPart: {
            /** @enum {string} */
            type: "text" | "input_text" | "output_text";
            text: string;
        };
        ChatTool: {
            /** @constant */
            type: "function";
            function: {
                name: string;
                description?: string | null;
                parameters?: {
                    [key: string]: unknown;
                } | null;
                strict?: boolean | null;
            };
        };
        ChatToolCall: {
            id: string;
            type?: "function" | null;
            function: {
                name: string;
                arguments: string;
                parsed_arguments?: unknown;
            };
            index?: unknown;
        };
        ClientQuestion: {
            question: string;
            /** @description What the person sees beside the question. */
            payload?: {
                [key: string]: unknown;
            };
            /** @description JSON schema of the answer: with it the person may answer with `edit` and arguments. */
            schema?: {
                [key: string]: unknown;
            };
            /**
             * @default low
             * @enum {string}
             */
            risk?: "low" | "medium" | "high";
            /**
             * @description Seconds that the person has, from when they are asked.
             * @default 300
             */
            expires_in?: number;
            /** @description Of a plan: which task asks; by default the one that can soonest. */
            task_id?: string;
        };
        CommittedVersion: {
            version: number;
            /** @description Otherwise the files were like this already. */
            is_new: boolean;
            /** @description Files in which this and somebody else’s change were put together. */
            merged: string[];
            files: number;
        };
        ControlFrame: {
            /** @enum {string} */
            event_type: "heartbeat" | "reconnect" | "gap";
            session_id: string;
            timestamp: string;
            last_event_id: number;
            payload: {
                [key: string]: unknown;
            };
        };
        CreatedApiKey: {
            id: string;
            name: string;
            scopes: ("read" | "write" | "chat" | "approvals:decide")[];
            /** @description Requests a minute with this key; `null`: as many as its owner may make. */
            rate_limit: number | null;
            created_at: string;
            last_used_at: string | null;
            key: string;
        };
        CreatedInvitation: {
            id: string;
            email: string | null;
            mailed: boolean;
            created_by: string;
            created_at: string;
            expires_at: string;
            token?: string;
            link?: string;
        };
        CreatedPreview: {
            preview: components["schemas"]["PublishedPreview"];
        };
        Credentials: {
            email: components["schemas"]["EmailAddress"];
            password: string;
        };
        /** Format: date */
        Day: string;
        DecisionOutcome: {
            id: string;
            status: string | null;
            error?: string;
        };
        DedupPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "dedup";
            /** @default 256 */
            smallest_block: number;
            /** @default 64 */
            session_kb: number;
            /** @default 100 */
            sessions: number;
            /** @default 168 */
            keep_hours: number;
            /** @default 0 */
            flush_seconds: number;
            /** @default false */
            send_once: boolean;
        };
        DedupPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "dedup";
            /** @default 256 */
            smallest_block?: number;
            /** @default 64 */
            session_kb?: number;
            /** @default 100 */
            sessions?: number;
            /** @default 168 */
            keep_hours?: number;
            /** @default 0 */
            flush_seconds?: number;
            /** @default false */
            send_once?: boolean;
        };
        Deleted: {
            deleted: number;
        };
        DiffBytes: {
            before: number | null;
            after: number | null;
        };
        DiffHunk: {
            old_start: number;
            old_lines: number;
            new_start: number;
            new_lines: number;
            lines: string[];
        };
        EitherError: components["schemas"]["OpenAiError"] | components["schemas"]["AnthropicError"];
        EmailAddress: string;
        EmailChange: {
            email: components["schemas"]["EmailAddress"];
            password: string;
        };
        EmailConfirmation: {
            token: string;
        };
        EmailConfirmed: {
            email: string;
        };
        EmailNotifications: {
            events: components["schemas"]["NotifiedEvent"][];
        };
        Embeddings: {
            /** @constant */
            object: "list";
            model: string;
            data: ({
                /** @constant */
                object: "embedding";
                index: number;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        EmbeddingsRequest: {
            model: string;
            input: string | string[] | number[] | number[][];
            dimensions?: number | null;
            encoding_format?: ("float" | "base64") | null;
            user?: unknown;
        };
        EndedTurns: {
            succeeded: number;
            failed: number;
        };
        Error: {
            detail: string;
            error_code: string;
            /** @description ISO 8601. Milliseconds since 1970 where the gateway answers by itself (some of 413, 429, 500 and 503). */
            timestamp: string | number;
            request_id: string;
            errors?: {
                path: string;
                message: string;
            }[];
        };
        EventLine: components["schemas"]["RunEvent"] | components["schemas"]["ControlFrame"];
        ExportLine: {
            /** @enum {string} */
            kind: "export" | "profile" | "orchestrator" | "api_key" | "webhook" | "notifications" | "project" | "agent" | "memory" | "permission" | "secret" | "file" | "version" | "blob" | "version_files" | "session" | "message" | "event" | "run" | "plan" | "approval" | "usage" | "charge" | "audit" | "end";
            project_id?: string;
            agent_key?: string;
            session_id?: string;
            value: {
                [key: string]: unknown;
            };
        };
        ExportedAuditEntry: {
            id: string;
            action: components["schemas"]["AuditAction"];
            at: string;
            source_ip?: string;
            user_agent?: string;
            request_id?: string;
            target?: string;
            attempted?: string;
            user_id: string;
        };
        FailureSum: {
            day: string;
            error_code: string;
            runs: number;
            users: number;
            newest: {
                user_id: string;
                project_id: string;
                run_id: string;
                at: string;
            };
        };
        FailureSumPage: {
            items: components["schemas"]["FailureSum"][];
            next_cursor: string | null;
        };
        FileChange: components["schemas"]["WriteFile"] | components["schemas"]["WriteUpload"] | components["schemas"]["RemoveFile"] | components["schemas"]["MoveFile"];
        FileContent: {
            content: string;
            /**
             * @default utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "base64";
            executable?: boolean;
            /** @description The version that was looked at: what was changed since is merged, or answers 409. */
            base?: number;
            reason?: string;
        };
        FileDiff: {
            path: string;
            /** @enum {string} */
            change: "added" | "changed" | "removed";
            bytes: components["schemas"]["DiffBytes"];
            hunks: components["schemas"]["DiffHunk"][] | null;
        };
        FileDiffPage: {
            items: components["schemas"]["FileDiff"][];
            next_cursor: string | null;
        };
        FileEdit: {
            changes: components["schemas"]["FileChange"][];
            /** @description The version that was looked at: what was changed since is merged, or answers 409. */
            base?: number;
            /** @default Edited */
            reason?: string;
        };
        /** @description Relative, such as notes/today.md. */
        FilePath: string;
        ForeignTool: {
            type: string;
        } & {
            [key: string]: unknown;
        };
        ImportSummary: {
            /** @enum {string} */
            state: "importing" | "imported";
            part: number;
            imported: {
                [key: string]: number;
            };
            left_out: {
                [key: string]: number;
            };
            missing_secrets: string[];
        };
        Imported: {
            imported: number;
        };
        ImposedPolicy: {
            name: string;
            kind: string;
            enabled: boolean;
            may_switch_off: boolean;
            on?: string;
            action?: string;
            allow?: string[];
            types?: string[];
            more_types?: string[];
        };
        InjectionPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "injection";
            /** @default 0.7 */
            threshold: number;
            /**
             * @default record
             * @enum {string}
             */
            action: "record" | "refuse";
        };
        InjectionPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "injection";
            /** @default 0.7 */
            threshold?: number;
            /**
             * @default record
             * @enum {string}
             */
            action?: "record" | "refuse";
        };
        Invitation: {
            id: string;
            email: string | null;
            mailed: boolean;
            created_by: string;
            created_at: string;
            expires_at: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            next_cursor: string | null;
        };
        JournalStep: {
            task_id: string;
            number: number;
            began_at?: string;
            ended_at?: string;
            approval_id?: string;
            is_cut: boolean;
            /** @constant */
            kind: "model";
            text: string;
            calls: {
                id: string;
                name: string;
                arguments: string;
            }[];
            stop?: {
                finish: string;
                cause?: string;
                sequence?: string;
            };
            usage: components["schemas"]["RunUsage"];
        } | {
            task_id: string;
            number: number;
            began_at?: string;
            ended_at?: string;
            approval_id?: string;
            is_cut: boolean;
            /** @constant */
            kind: "tool";
            call_id: string;
            name: string;
            arguments: string;
            /** @enum {string} */
            outcome: "done" | "error" | "invalid" | "rejected" | "expired" | "unknown";
            content: string;
            consent?: {
                edited: boolean;
                reason?: string;
            };
        } | {
            task_id: string;
            number: number;
            began_at?: string;
            ended_at?: string;
            approval_id?: string;
            is_cut: boolean;
            /** @constant */
            kind: "person";
            text: string;
        } | {
            task_id: string;
            number: number;
            began_at?: string;
            ended_at?: string;
            approval_id?: string;
            is_cut: boolean;
            /** @constant */
            kind: "build";
            name: string;
            usage?: components["schemas"]["RunUsage"];
        };
        JournalStepPage: {
            items: components["schemas"]["JournalStep"][];
            next_cursor: string | null;
        };
        JsonObjectFormat: {
            /** @constant */
            type: "json_object";
        };
        JudgePolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "judge";
            /**
             * @default request
             * @enum {string}
             */
            on: "request" | "response";
            question: string;
            /** @default 0.8 */
            threshold: number;
            /**
             * @default refuse
             * @enum {string}
             */
            action: "record" | "refuse";
            model?: string;
        };
        JudgePolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "judge";
            /**
             * @default request
             * @enum {string}
             */
            on?: "request" | "response";
            question: string;
            /** @default 0.8 */
            threshold?: number;
            /**
             * @default refuse
             * @enum {string}
             */
            action?: "record" | "refuse";
            model?: string;
        };
        LinkMailed: {
            expires_in: number;
        };
        LogPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "log";
        };
        LogPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default open
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "log";
        };
        ManagedRun: {
            id: string;
            session_id: string;
            /** @enum {string} */
            mode: "direct" | "orchestrated" | "build";
            state: components["schemas"]["RunState"];
            agent_id: string | null;
            message_id: string;
            created_at: string;
            started_at: string | null;
            ended_at: string | null;
            usage: components["schemas"]["RunUsage"] | null;
            user_id: string;
            project_id: string;
            error_code: string | null;
        };
        ManagedRunPage: {
            items: components["schemas"]["ManagedRun"][];
            next_cursor: string | null;
        };
        ManagedTier: {
            name: string;
            readonly models: string[];
            month: components["schemas"]["TierMonth"];
            answer: components["schemas"]["TierAnswer"];
            prompt: components["schemas"]["TierPrompt"];
            concurrent_calls: number;
            minute: components["schemas"]["TierMinute"];
            projects: number;
            agents: number;
            workspace: components["schemas"]["TierWorkspace"];
            webhooks: number;
            unpriced_models: boolean;
            own_provider_keys: boolean;
            /** @enum {string} */
            source: "stored" | "settings";
            version: number;
            updated_at: string | null;
            updated_by: string | null;
        };
        ManagedTierPage: {
            items: components["schemas"]["ManagedTier"][];
            next_cursor: string | null;
        };
        ManagedUser: {
            id: string;
            email: string;
            display_name?: string;
            roles: ("user" | "admin")[];
            tier: string;
            created_at: string;
            locked: boolean;
            budget: components["schemas"]["OwnBudget"] | null;
        };
        ManagedUserPage: {
            items: components["schemas"]["ManagedUser"][];
            next_cursor: string | null;
        };
        McpServer: {
            mcp: {
                url: string;
                headers?: {
                    [key: string]: components["schemas"]["SecretReference"];
                };
                /** @default false */
                trusted: boolean;
            };
            allow?: string[];
        };
        McpServerInput: {
            mcp: {
                url: string;
                headers?: {
                    [key: string]: components["schemas"]["SecretReference"];
                };
                /** @default false */
                trusted?: boolean;
            };
            allow?: string[];
        };
        Memory: {
            id: string;
            text: string;
            type: string;
            success: boolean | null;
            tags: string[];
            pinned: boolean;
            importance: number;
            session_id: string | null;
            message_id: string | null;
            agent_version: number | null;
            subject: string | null;
            superseded_by: string | null;
            uses: components["schemas"]["EndedTurns"] | null;
            score: number | null;
            created_at: string;
        };
        MemoryFigures: {
            count: number;
            pinned: number;
            superseded: number;
            with_memories: components["schemas"]["EndedTurns"];
            without_memories: components["schemas"]["EndedTurns"];
            success_rate: number | null;
            oldest: string | null;
            newest: string | null;
            estimated_bytes: number;
            max_vectors: number;
            alert: ("nearly_full" | "full") | null;
        };
        MemoryPage: {
            items: components["schemas"]["Memory"][];
            next_cursor: string | null;
        };
        MemoryPruning: {
            max_vectors?: number;
            before?: components["schemas"]["Time"];
            min_worth?: number;
        };
        MemoryRecord: {
            id: string;
            text: string;
            /** @default note */
            type: string;
            success?: boolean;
            subject?: string;
            session_id?: string;
            message_id?: string;
            agent_version?: number;
            /** @default [] */
            tags: string[];
            /** @default false */
            pinned: boolean;
            /** @default 0.5 */
            importance: number;
            /** Format: date-time */
            created_at: string;
            recalled?: string[];
            superseded_by?: string;
        };
        MemorySettings: {
            /** @default 10000 */
            max_vectors: number;
            /** @enum {string} */
            contradictions?: "rules" | "model";
        };
        MemorySettingsInput: {
            /** @default 10000 */
            max_vectors?: number;
            /** @enum {string} */
            contradictions?: "rules" | "model";
        };
        Message: {
            id: string;
            /** @enum {string} */
            role: "user" | "assistant";
            content: string;
            agent_id: string | null;
            run_id: string;
            author?: components["schemas"]["MessageAuthor"];
            created_at: string;
        };
        MessageAuthor: {
            /** @constant */
            kind: "plug_in";
            webhook_id: string;
            name: string;
        };
        MessagePage: {
            items: components["schemas"]["Message"][];
            next_cursor: string | null;
        };
        MessageToTeam: {
            /** @enum {string} */
            role: "specification_writer" | "architect" | "tech_lead" | "developer" | "code_writer" | "reviewer" | "troubleshooter" | "bug_hunter" | "technical_writer";
            content: string;
        };
        Model: {
            id: string;
        } & {
            [key: string]: unknown;
        };
        ModelCall: {
            id: string;
            user_id: string;
            project_id: string;
            agent?: string;
            session_id?: string;
            purpose: string;
            model?: string;
            /** @enum {string} */
            outcome: "answered" | "refused" | "failed" | "left";
            decisions: components["schemas"]["PolicyDecision"][];
            at: string;
        };
        ModelCallDiff: {
            findings: components["schemas"]["PolicyFinding"][];
            changes: components["schemas"]["PolicyReplacement"][];
            truncated: boolean;
            call: components["schemas"]["ModelCall"];
        };
        ModelCallPage: {
            items: components["schemas"]["ModelCall"][];
            next_cursor: string | null;
        };
        ModelList: {
            data: components["schemas"]["Model"][];
        } & {
            [key: string]: unknown;
        };
        ModelsPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "models";
            allow: string[];
        };
        ModelsPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "models";
            allow: string[];
        };
        MoveFile: {
            path: components["schemas"]["FilePath"];
            move_to: components["schemas"]["FilePath"];
        };
        MyPolicies: {
            policies: components["schemas"]["Policy"][];
            switched_off: string[];
            imposed: components["schemas"]["ImposedPolicy"][];
            user_may: components["schemas"]["UserMay"];
            version: number;
            updated_at: string;
        };
        NewAgent: {
            name: string;
            display_name?: string;
            system_prompt: string;
            model?: string;
            /** @default [] */
            tools?: components["schemas"]["ToolSettingInput"][];
            /** @default [] */
            capabilities?: string[];
            /** @default 3 */
            concurrency_limit?: number;
            /** @default 100 */
            max_pending?: number;
            /**
             * @default {
             *       "max_vectors": 10000
             *     }
             */
            memory?: components["schemas"]["MemorySettingsInput"];
            /**
             * @default {
             *       "max_steps": 25,
             *       "max_tokens": 200000,
             *       "max_minutes": 60
             *     }
             */
            limits?: components["schemas"]["RunLimitsInput"];
            /**
             * @default {
             *       "min_risk": "medium"
             *     }
             */
            approval?: components["schemas"]["ApprovalSettings"];
        };
        NewApiKey: {
            name: string;
            scopes?: ("read" | "write" | "chat" | "approvals:decide")[];
            /** @description Requests a minute with this key, within what its owner may make. */
            rate_limit?: number;
        };
        NewBuild: {
            /** @default milestones */
            oversight?: components["schemas"]["BuildOversight"];
            template?: string;
            /** @default {} */
            limits?: components["schemas"]["BuildLimits"];
            request: string;
        };
        NewInvitation: {
            email?: components["schemas"]["EmailAddress"];
            /** @default 7 */
            expires_in_days?: number;
        };
        NewMemory: {
            text: string;
            /** @default note */
            type?: string;
            success?: boolean;
            subject?: string;
            /** @default [] */
            tags?: string[];
            /** @default false */
            pinned?: boolean;
            /** @default 0.5 */
            importance?: number;
        };
        NewMessage: {
            content: string;
            target_agent?: string;
            /** @enum {string} */
            on_conflict?: "enqueue" | "reject" | "interrupt";
            plan?: components["schemas"]["PlanDraft"];
        };
        NewPreview: {
            /**
             * @description A version of the files, or "newest" to follow them.
             * @default newest
             */
            version?: number | "newest";
            /** @description The folder that is the root of the website. */
            folder?: components["schemas"]["FilePath"];
            /**
             * @description Whether pages that are not there are answered with index.html.
             * @default false
             */
            fallback?: boolean;
            program?: components["schemas"]["NewPreviewProgram"];
            /**
             * @description Seconds from now until it is over, at most a week.
             * @default 86400
             */
            ttl_seconds?: number;
        };
        /** @description What answers requests in place of files, such as an API. */
        NewPreviewProgram: {
            /** @description For a shell, in the root of the files. By default what they say: `npm run build`, if there is one, and `npm start`. */
            command?: string;
            /** @description That it listens on, 3000 by default; PORT names it. */
            port?: number;
        };
        NewProviderKey: {
            api_key: string;
        };
        NewSecret: {
            name: string;
            value: string;
        };
        NewSession: {
            title?: string;
        };
        NewWebhook: {
            /** @default Webhook */
            name?: string;
            /** Format: uri */
            url: string;
            events: components["schemas"]["NotifiedEvent"][];
            /** @default [] */
            permissions?: components["schemas"]["PlugInPermission"][];
            /** @description Only of this project; needed for permissions. */
            project_id?: string;
            secret?: components["schemas"]["WebhookSecret"];
        };
        NotedApproval: {
            id: string;
            run_id: string;
            task_id: string;
            /** @constant */
            status: "noted";
        };
        Notifications: {
            email: {
                events: components["schemas"]["NotifiedEvent"][];
                /** @description null: there is none that was confirmed. */
                address: string | null;
                /** @description Whether this deployment sends mails. */
                is_available: boolean;
            };
        };
        /** @enum {string} */
        NotifiedEvent: "message_created" | "run_started" | "run_completed" | "direct_agent_call" | "context_retrieved" | "task_queued" | "task_started" | "task_waiting" | "task_progress" | "task_completed" | "task_failed" | "task_cancelled" | "task_skipped" | "tools_unavailable" | "memory_alert" | "tool_called" | "tool_result" | "plan_created" | "plan_updated" | "build_stage" | "build_task" | "build_version" | "preview_error" | "approval_required" | "approval_expiring" | "approval_resolved" | "webhook_disabled" | "error";
        OpenAiError: {
            error: {
                message: string;
                type: string;
                param: string | null;
                code: string | null;
            };
        };
        OpenApproval: {
            id: string;
            expires_at: string;
        };
        OrchestratorConfig: {
            /** @default null */
            model: string | null;
            /**
             * @default {
             *       "max_tasks": 20,
             *       "max_cost": 1,
             *       "min_risk": "high"
             *     }
             */
            approval: {
                /** @default 20 */
                max_tasks: number;
                /** @default 1 */
                max_cost: number;
                /**
                 * @default high
                 * @enum {string}
                 */
                min_risk: "low" | "medium" | "high";
            };
            /** @default 10 */
            max_parallel: number;
            /** @default 50 */
            max_tasks: number;
            /** @default 5 */
            budget_per_run: number | null;
            /** @default true */
            auto_approve_low_risk: boolean;
        };
        OrchestratorConfigInput: {
            /** @default null */
            model?: string | null;
            /**
             * @default {
             *       "max_tasks": 20,
             *       "max_cost": 1,
             *       "min_risk": "high"
             *     }
             */
            approval?: {
                /** @default 20 */
                max_tasks?: number;
                /** @default 1 */
                max_cost?: number;
                /**
                 * @default high
                 * @enum {string}
                 */
                min_risk?: "low" | "medium" | "high";
            };
            /** @default 10 */
            max_parallel?: number;
            /** @default 50 */
            max_tasks?: number;
            /** @default 5 */
            budget_per_run?: number | null;
            /** @default true */
            auto_approve_low_risk?: boolean;
        };
        OverviewOfVersion: {
            name: string | null;
            /** @description What the project says of itself. */
            summary: string | null;
            /** @description The folder that holds everything; empty where that is the root of the files. */
            root: string;
            files: number;
            languages: components["schemas"]["ProjectLanguage"][];
            manifests: string[];
            entry_points: string[];
            commands: components["schemas"]["ProjectCommands"];
            version: number;
        };
        OwnBudget: {
            cost?: number;
            tokens?: number;
            requests?: number;
        };
        OwnLimits: {
            readonly models: string[];
            month: components["schemas"]["TierMonth"];
            answer: components["schemas"]["TierAnswer"];
            prompt: components["schemas"]["TierPrompt"];
            concurrent_calls: number;
            minute: components["schemas"]["TierMinute"];
            projects: number;
            agents: number;
            workspace: components["schemas"]["TierWorkspace"];
            webhooks: number;
            unpriced_models: boolean;
            own_provider_keys: boolean;
            tier: string;
            /** @description Of this month, with what calls under way may cost at most. */
            used: {
                money: number;
                tokens: number;
                requests: number;
            };
            /** @description The part of it that is held for calls under way. */
            held: {
                money: number;
                tokens: number;
                requests: number;
            };
            resets_at: string;
        };
        OwnModelCallDiff: {
            call: components["schemas"]["ModelCall"];
            findings: components["schemas"]["PolicyFinding"][];
            changes: components["schemas"]["OwnPolicyReplacement"][];
            truncated: boolean;
        };
        OwnPolicyRehearsal: {
            /** @description Own policies to try before they are stored; without them the stored ones. */
            policies?: components["schemas"]["PolicyInput"][];
            switched_off?: string[];
            messages: components["schemas"]["SupposedMessage"][];
            /** @default  */
            answer?: string;
            /** @default [] */
            calls?: components["schemas"]["SupposedCall"][];
            model?: string;
            /** @default false */
            agent?: boolean;
        };
        OwnPolicyRehearsalResult: {
            /** @enum {string} */
            outcome: "answered" | "refused" | "failed";
            detail?: string;
            sent?: components["schemas"]["RehearsedRequest"];
            answer?: components["schemas"]["RehearsedAnswer"];
            decisions: components["schemas"]["PolicyDecision"][];
            details: components["schemas"]["PolicyTrace"];
            /** @description Policies of the chain that were left out: they would ask a model, or give an answer that was kept. */
            not_tried: string[];
        };
        /** @description `before` and `after` are absent where they would show what an imposed policy kept from the person. */
        OwnPolicyReplacement: {
            policy: string;
            phase: string;
            place: string;
            before?: string;
            after?: string;
        };
        PasswordChange: {
            current_password: string;
            password: string;
        };
        PasswordReset: {
            token: string;
            password: string;
        };
        PasswordResetRequest: {
            email: components["schemas"]["EmailAddress"];
        };
        PiiPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @constant
             */
            on_failure: "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "pii";
            types?: string[];
            more_types?: ("PLACE" | "ORGANISATION" | "NATIONALITY" | "AGE" | "DATE" | "ZIP_CODE" | "DOMAIN")[];
            /** @default [] */
            patterns: {
                name: string;
                pattern: string;
                /** @default false */
                ignore_case: boolean;
            }[];
        };
        PiiPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @constant
             */
            on_failure?: "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "pii";
            types?: string[];
            more_types?: ("PLACE" | "ORGANISATION" | "NATIONALITY" | "AGE" | "DATE" | "ZIP_CODE" | "DOMAIN")[];
            /** @default [] */
            patterns?: {
                name: string;
                pattern: string;
                /** @default false */
                ignore_case?: boolean;
            }[];
        };
        Plan: {
            run_id: string;
            session_id: string;
            state: components["schemas"]["RunState"];
            round: number;
            tasks: components["schemas"]["PlanTask"][];
            estimated_cost: number | null;
            estimated_duration: {
                sequential: number;
                parallel: number;
            } | null;
            critical_path: string[];
            approval_id: string | null;
            created_at: string;
            started_at: string | null;
            ended_at: string | null;
        };
        PlanDraft: {
            tasks: components["schemas"]["PlanTaskDraft"][];
        };
        PlanTask: {
            id: string;
            task_id: string | null;
            description: string;
            agent: string;
            depends_on: string[];
            /** @enum {string} */
            state: "queued" | "blocked" | "running" | "waiting" | "completed" | "failed" | "skipped" | "cancelled";
            replaced: boolean;
            round: number;
            result: string | null;
            error: components["schemas"]["RunError"] | null;
            started_at: string | null;
            ended_at: string | null;
        };
        PlanTaskDraft: {
            id: string;
            description: string;
            agent: string;
            /** @default [] */
            depends_on?: string[];
            expected_output?: string;
        };
        /** @enum {string} */
        PlugInPermission: "messages:write" | "files:write";
        Policy: components["schemas"]["ModelsPolicy"] | components["schemas"]["ReplacePolicy"] | components["schemas"]["ToolsPolicy"] | components["schemas"]["JudgePolicy"] | components["schemas"]["InjectionPolicy"] | components["schemas"]["SecretsPolicy"] | components["schemas"]["LogPolicy"] | components["schemas"]["PiiPolicy"] | components["schemas"]["DedupPolicy"] | components["schemas"]["AnswersPolicy"];
        PolicyDecision: {
            policy: string;
            kind: string;
            /** @enum {string} */
            phase: "request" | "response";
            /** @enum {string} */
            action: "changed" | "found" | "refused" | "left_out" | "failed";
        };
        PolicyFinding: {
            policy: string;
            phase: string;
            what: string;
            place?: string;
            probability?: number;
            reason?: string;
        };
        PolicyInput: components["schemas"]["ModelsPolicyInput"] | components["schemas"]["ReplacePolicyInput"] | components["schemas"]["ToolsPolicyInput"] | components["schemas"]["JudgePolicyInput"] | components["schemas"]["InjectionPolicyInput"] | components["schemas"]["SecretsPolicyInput"] | components["schemas"]["LogPolicyInput"] | components["schemas"]["PiiPolicyInput"] | components["schemas"]["DedupPolicyInput"] | components["schemas"]["AnswersPolicyInput"];
        PolicyRehearsal: {
            policies?: components["schemas"]["PolicyInput"][];
            user_id?: string;
            messages: components["schemas"]["SupposedMessage"][];
            /** @default  */
            answer?: string;
            /** @default [] */
            calls?: components["schemas"]["SupposedCall"][];
            model?: string;
            /** @default false */
            agent?: boolean;
        };
        PolicyRehearsalResult: {
            /** @enum {string} */
            outcome: "answered" | "refused" | "failed";
            detail?: string;
            sent?: components["schemas"]["RehearsedRequest"];
            answer?: components["schemas"]["RehearsedAnswer"];
            decisions: components["schemas"]["PolicyDecision"][];
            details: components["schemas"]["PolicyTrace"];
        };
        PolicyReplacement: {
            policy: string;
            phase: string;
            place: string;
            before: string;
            after: string;
        };
        PolicyTrace: {
            findings: components["schemas"]["PolicyFinding"][];
            changes: components["schemas"]["PolicyReplacement"][];
            truncated: boolean;
        };
        Preview: {
            id: string;
            /**
             * @description Of files always "ready". A program is "starting" until it listens on its port, "failed" once it has ended by itself, and "stopped" once its person, half an hour without a request, or its longest time, has ended it. What is over is not found any more.
             * @enum {string}
             */
            state: "ready" | "starting" | "running" | "stopped" | "failed";
            /** @description With "newest" it follows the files: open pages load again once they changed. */
            version: number | "newest";
            folder: string | null;
            fallback: boolean;
            /** @description What answers its requests in place of files. */
            program: components["schemas"]["PreviewProgram"] | null;
            created_at: string;
            expires_at: string;
        };
        /** @description As a browser said it: text of the page, not of this service. */
        PreviewError: {
            /** @description The same for the same error, however often it comes. */
            id: string;
            kind: string;
            message: string;
            source: string | null;
            line: number | null;
            column: number | null;
            stack: string | null;
            page: string;
            version: number | null;
            count: number;
            first_at: string;
            last_at: string;
        };
        PreviewErrors: {
            items: components["schemas"]["PreviewError"][];
            /** @description Reports of errors that were too many to be kept. */
            dropped: number;
        };
        /** @description As the program wrote it. */
        PreviewLog: {
            lines: string[];
            /** @description The `offset` of what it writes after this. */
            next: number;
            /** @description Whether there was more between `offset` and these lines. */
            is_cut: boolean;
        };
        PreviewPage: {
            items: components["schemas"]["Preview"][];
            next_cursor: string | null;
        };
        PreviewProgram: {
            command: string;
            port: number;
            /** @description Of the files that it was started on. */
            version: number | null;
            started_at: string | null;
            /** @description With which it ended by itself. */
            exit: number | null;
            /** @description The end of what it wrote, where it failed. */
            output: string | null;
        };
        PreviewTime: {
            /** @description Seconds from now until it is over, at most a week. */
            ttl_seconds: number;
        };
        Profile: {
            id: string;
            email: string;
            display_name?: string;
            roles: ("user" | "admin")[];
            tier: string;
            created_at: string;
            default_project_id: string;
            email_confirmed: boolean;
        };
        ProfileChange: {
            display_name: string | null;
        };
        Project: {
            id: string;
            name: string;
            is_default: boolean;
            created_at: string;
            updated_at: string;
        };
        ProjectCommand: {
            command: string;
            /** @description The file that says so. */
            found_in: string;
        };
        ProjectCommands: {
            test: components["schemas"]["ProjectCommand"] | null;
            build: components["schemas"]["ProjectCommand"] | null;
            start: components["schemas"]["ProjectCommand"] | null;
        };
        ProjectLanguage: {
            name: string;
            files: number;
        };
        ProjectName: {
            name: string;
        };
        ProjectPage: {
            items: components["schemas"]["Project"][];
            next_cursor: string | null;
        };
        ProjectReference: "default" | string;
        ProjectTemplate: {
            name: string;
            title: string;
            description: string;
            /** @description Runs all its tests. */
            test_command: string;
            /** @description Makes the folder that is shown. */
            build_command?: string;
            /** @description Starts its server, on the port that PORT names. */
            start_command?: string;
            /** @description Where its page is, once it is built. */
            web_folder?: string;
        };
        ProjectTemplates: {
            items: components["schemas"]["ProjectTemplate"][];
        };
        ProviderKey: {
            provider: string;
            created_at: string;
            updated_at: string;
            in_use: boolean;
        };
        ProviderKeys: {
            items: components["schemas"]["ProviderKey"][];
            providers: string[];
            next_cursor: string | null;
        };
        PublishedPreview: {
            id: string;
            /**
             * @description Of files always "ready". A program is "starting" until it listens on its port, "failed" once it has ended by itself, and "stopped" once its person, half an hour without a request, or its longest time, has ended it. What is over is not found any more.
             * @enum {string}
             */
            state: "ready" | "starting" | "running" | "stopped" | "failed";
            /** @description With "newest" it follows the files: open pages load again once they changed. */
            version: number | "newest";
            folder: string | null;
            fallback: boolean;
            /** @description What answers its requests in place of files. */
            program: components["schemas"]["PreviewProgram"] | null;
            created_at: string;
            expires_at: string;
            url: string;
        };
        Readiness: {
            /** @enum {string} */
            status: "ready" | "degraded" | "unavailable";
            dependencies: {
                name: string;
                /** @enum {string} */
                state: "ok" | "unavailable" | "not_configured";
            }[];
        };
        RefusalPart: {
            /** @constant */
            type: "refusal";
            refusal: string;
        };
        Registration: {
            email: components["schemas"]["EmailAddress"];
            password: string;
            display_name?: string;
            invitation?: string;
        };
        RehearsedAnswer: {
            text: string;
            calls: unknown[];
        };
        RehearsedRequest: {
            messages: unknown[];
            tools?: unknown[];
        };
        RememberedPermission: {
            id: string;
            agent_key: string;
            tool: string;
            host: string | null;
            method: string | null;
            approval_id: string;
            created_at: string;
        };
        RememberedPermissionPage: {
            items: components["schemas"]["RememberedPermission"][];
            next_cursor: string | null;
        };
        Removal: {
            /** @constant */
            state: "removing";
        };
        RemoveFile: {
            path: components["schemas"]["FilePath"];
            /** @constant */
            remove: true;
        };
        ReplacePolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "replace";
            /**
             * @default request
             * @enum {string}
             */
            on: "request" | "response" | "both";
            rules: {
                find?: string;
                pattern?: string;
                with: string;
                /** @default false */
                ignore_case: boolean;
            }[];
        };
        ReplacePolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "replace";
            /**
             * @default request
             * @enum {string}
             */
            on?: "request" | "response" | "both";
            rules: {
                find?: string;
                pattern?: string;
                with: string;
                /** @default false */
                ignore_case?: boolean;
            }[];
        };
        Response: {
            id: string;
            /** @constant */
            object: "response";
            model: string;
            output: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        ResponseFunctionCall: {
            /** @constant */
            type: "function_call";
            call_id: string;
            name: string;
            namespace?: string | null;
            arguments: string;
            id?: unknown;
            status?: unknown;
            parsed_arguments?: unknown;
        };
        ResponseFunctionCallOutput: {
            /** @constant */
            type: "function_call_output";
            call_id: string;
            output: string | (components["schemas"]["ResponseInputText"] | components["schemas"]["ResponseInputImage"] | components["schemas"]["ResponseInputFile"])[];
            id?: unknown;
            status?: unknown;
        };
        ResponseInputFile: {
            /** @constant */
            type: "input_file";
            file_data?: string | null;
            file_url?: string | null;
            filename?: string | null;
            detail?: unknown;
        };
        ResponseInputImage: {
            /** @constant */
            type: "input_image";
            image_url: string;
            detail?: ("auto" | "low" | "high") | null;
        };
        ResponseInputMessage: {
            /** @constant */
            type?: "message";
            /** @enum {string} */
            role: "system" | "developer" | "user" | "assistant";
            content: string | (components["schemas"]["ResponseInputText"] | components["schemas"]["ResponseInputImage"] | components["schemas"]["ResponseInputFile"] | {
                /** @constant */
                type: "output_text";
                text: string;
                annotations?: unknown;
                logprobs?: unknown;
                parsed?: unknown;
            } | components["schemas"]["RefusalPart"])[];
            id?: unknown;
            status?: unknown;
            phase?: unknown;
        };
        ResponseInputText: {
            /** @constant */
            type: "input_text";
            text: string;
        };
        ResponseRequest: {
            model: string;
            input: string | (components["schemas"]["ResponseInputMessage"] | components["schemas"]["ResponseFunctionCall"] | components["schemas"]["ResponseFunctionCallOutput"] | ({
                /** @constant */
                type: "reasoning";
                summary?: ({
                    text: string;
                } & {
                    [key: string]: unknown;
                })[] | null;
                encrypted_content?: string | null;
            } & {
                [key: string]: unknown;
            }) | {
                type?: "item_reference" | null;
                id: string;
            })[];
            instructions?: string | null;
            stream?: boolean | null;
            tools?: (components["schemas"]["ResponseTool"] | {
                /** @constant */
                type: "namespace";
                name: string;
                description?: string | null;
                tools: (components["schemas"]["ResponseTool"] | components["schemas"]["ForeignTool"])[];
            } | components["schemas"]["ForeignTool"])[] | null;
            tool_choice?: (("none" | "auto" | "required") | {
                /** @constant */
                type: "function";
                name: string;
            }) | null;
            parallel_tool_calls?: boolean | null;
            text?: {
                format?: (components["schemas"]["TextFormat"] | components["schemas"]["JsonObjectFormat"] | {
                    /** @constant */
                    type: "json_schema";
                    name: string;
                    description?: unknown;
                    schema: {
                        [key: string]: unknown;
                    };
                    strict?: boolean | null;
                }) | null;
                verbosity?: unknown;
            } | null;
            max_output_tokens?: number | null;
            temperature?: number | null;
            top_p?: number | null;
            reasoning?: {
                effort?: ("none" | "minimal" | "low" | "medium" | "high" | "xhigh" | "max") | null;
                summary?: unknown;
                generate_summary?: unknown;
            } | null;
            user?: string | null;
            metadata?: {
                [key: string]: string;
            } | null;
            prompt_cache_key?: string | null;
            background?: false | null;
            truncation?: ("auto" | "disabled") | null;
            top_logprobs?: 0 | null;
            previous_response_id?: string | null;
            conversation?: null;
            prompt?: null;
            moderation?: null;
            image?: null;
            include?: unknown;
            client_metadata?: unknown;
            context_management?: unknown;
            max_tool_calls?: unknown;
            stream_options?: unknown;
            store?: boolean | null;
            service_tier?: unknown;
            safety_identifier?: unknown;
            prompt_cache_retention?: unknown;
            prompt_cache_options?: unknown;
        };
        ResponseStreamEvent: {
            type: string;
            sequence_number: number;
        } & {
            [key: string]: unknown;
        };
        ResponseTool: {
            /** @constant */
            type: "function";
            name: string;
            description?: string | null;
            parameters?: {
                [key: string]: unknown;
            } | null;
            strict?: boolean | null;
            defer_loading?: unknown;
        };
        Run: {
            id: string;
            session_id: string;
            /** @enum {string} */
            mode: "direct" | "orchestrated" | "build";
            state: components["schemas"]["RunState"];
            agent_id: string | null;
            message_id: string;
            created_at: string;
            started_at: string | null;
            ended_at: string | null;
            usage: components["schemas"]["RunUsage"] | null;
            error: components["schemas"]["RunError"] | null;
            notices?: string[];
        };
        RunError: {
            error_code: string;
            detail: string;
        };
        RunEvent: {
            event_id: number;
            /** @enum {string} */
            event_type: "message_created" | "message_delta" | "run_started" | "run_completed" | "direct_agent_call" | "context_retrieved" | "task_queued" | "task_started" | "task_waiting" | "task_progress" | "task_completed" | "task_failed" | "task_cancelled" | "task_skipped" | "tools_unavailable" | "memory_alert" | "tool_called" | "tool_result" | "plan_created" | "plan_updated" | "build_stage" | "build_task" | "build_version" | "preview_error" | "approval_required" | "approval_expiring" | "approval_resolved" | "webhook_disabled" | "error";
            session_id: string;
            timestamp: string;
            payload: {
                [key: string]: unknown;
            };
        };
        RunId: string;
        RunLimits: {
            /** @default 25 */
            max_steps: number;
            /** @default 200000 */
            max_tokens: number;
            max_cost?: number;
            /** @default 60 */
            max_minutes: number;
        };
        RunLimitsInput: {
            /** @default 25 */
            max_steps?: number;
            /** @default 200000 */
            max_tokens?: number;
            max_cost?: number;
            /** @default 60 */
            max_minutes?: number;
        };
        RunOwner: {
            user_id: string;
            project_id: string;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            next_cursor: string | null;
        };
        /** @enum {string} */
        RunState: "queued" | "planning" | "running" | "waiting" | "completed" | "partial" | "failed" | "cancelled";
        RunUsage: {
            model: string;
            prompt_tokens: number;
            completion_tokens: number;
            cache_read_tokens?: number;
            cache_write_tokens?: number;
            reasoning_tokens?: number;
            cost?: number;
        };
        RunWithTasks: {
            id: string;
            session_id: string;
            /** @enum {string} */
            mode: "direct" | "orchestrated" | "build";
            state: components["schemas"]["RunState"];
            agent_id: string | null;
            message_id: string;
            created_at: string;
            started_at: string | null;
            ended_at: string | null;
            usage: components["schemas"]["RunUsage"] | null;
            error: components["schemas"]["RunError"] | null;
            notices?: string[];
            tasks: components["schemas"]["Task"][];
        };
        Secret: {
            name: string;
            created_at: string;
            updated_at: string;
        };
        SecretPage: {
            items: components["schemas"]["Secret"][];
            next_cursor: string | null;
        };
        SecretReference: {
            secret: string;
        };
        SecretsPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "secrets";
            /**
             * @default response
             * @enum {string}
             */
            on: "request" | "response" | "both";
            /**
             * @default record
             * @enum {string}
             */
            action: "record" | "mask" | "refuse";
        };
        SecretsPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "secrets";
            /**
             * @default response
             * @enum {string}
             */
            on?: "request" | "response" | "both";
            /**
             * @default record
             * @enum {string}
             */
            action?: "record" | "mask" | "refuse";
        };
        SentMessage: {
            message: components["schemas"]["Message"];
            run: components["schemas"]["Run"];
            answer?: components["schemas"]["Message"];
            approvals?: components["schemas"]["OpenApproval"][];
        };
        Session: {
            id: string;
            title: string;
            created_at: string;
            updated_at: string;
            message_count: number;
            busy: boolean;
        };
        SessionBlocks: {
            project_id: string;
            session_id: string;
            blocks: number;
            bytes: number;
            limit: number;
            hits: number;
            misses: number;
            nearly_full: boolean;
        };
        SessionId: string;
        SessionPage: {
            items: components["schemas"]["Session"][];
            next_cursor: string | null;
        };
        SessionUsage: {
            session_id: string | null;
            project_id: string;
            calls: number;
            failed_calls: number;
            call_milliseconds: number;
            prompt_tokens: number;
            completion_tokens: number;
            cost: number;
            first_call_at: string;
            last_call_at: string;
        };
        SignIn: {
            id: string;
            device: string;
            network: string;
            created_at: string;
            last_used_at: string;
            current: boolean;
        };
        SignInPage: {
            items: components["schemas"]["SignIn"][];
            next_cursor: string | null;
        };
        SignedIn: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            expires_in: number;
            user: components["schemas"]["User"];
        };
        SocketTicket: {
            ticket: string;
            url: string;
            expires_in: number;
        };
        Space: {
            user_id: string;
            project_id: string;
            agents: number;
            live_tasks: number;
            running_tasks: number;
            queued_tasks: number;
        };
        SpaceAgent: {
            key: string;
            name: string;
            version: number;
            /** @enum {string} */
            status: "ready" | "busy" | "error" | "draining";
            running_tasks: number;
            queued_tasks: number;
            tasks_done: number;
            tasks_failed: number;
        };
        SpaceHealth: {
            project_id: string;
            /** @enum {string} */
            status: "ready" | "degraded" | "idle";
            since: string | null;
            uptime_seconds: number;
            live_tasks: number;
            running_tasks: number;
            queued_tasks: number;
            tasks_done: number;
            tasks_failed: number;
            agents: components["schemas"]["SpaceAgent"][];
        };
        SpacePage: {
            items: components["schemas"]["Space"][];
            next_cursor: string | null;
        };
        StartedBuild: {
            build: components["schemas"]["Build"];
        };
        StarterTeam: {
            items: components["schemas"]["Agent"][];
        };
        StepOfRun: {
            run_id: string;
            task_id: string;
            step: number;
        };
        StoredPolicies: {
            policies: components["schemas"]["Policy"][];
            user_may?: components["schemas"]["UserMay"];
            version: number;
            updated_at: string;
            updated_by: string;
        };
        SupposedCall: {
            name: string;
            arguments: string;
        };
        SupposedMessage: {
            /** @enum {string} */
            role: "system" | "user";
            content: string;
        };
        TagVersion: {
            tag: components["schemas"]["VersionTag"] | null;
        };
        Task: {
            id: string;
            plan_task: string | null;
            agent_key: string;
            /** @enum {string} */
            state: "queued" | "blocked" | "running" | "waiting" | "completed" | "failed" | "skipped" | "cancelled";
            attempts: number;
        };
        TextFormat: {
            /** @constant */
            type: "text";
        };
        TierAnswer: {
            max_tokens: number;
            default_tokens: number;
        };
        TierMinute: {
            requests: number;
            heavy_requests: number;
        };
        TierMonth: {
            money: number;
            tokens: number;
            requests: number;
        };
        TierPrompt: {
            messages: number;
            bytes: number;
        };
        TierWorkspace: {
            files: number;
            file_bytes: number;
            bytes: number;
            versions: number;
        };
        /** Format: date-time */
        Time: string;
        TokenCount: {
            input_tokens: number;
        };
        TokenCountRequest: {
            model: string;
            messages: components["schemas"]["AnthropicInputMessage"][];
            system?: (string | components["schemas"]["AnthropicTextBlock"][]) | null;
            tools?: (components["schemas"]["AnthropicTool"] | components["schemas"]["ForeignTool"])[] | null;
            tool_choice?: components["schemas"]["AnthropicToolChoice"] | null;
            thinking?: components["schemas"]["AnthropicThinking"] | null;
            output_config?: components["schemas"]["AnthropicOutputConfig"] | null;
            cache_control?: unknown;
            context_management?: unknown;
            thread?: null;
        };
        ToolRule: {
            tools: string[];
            /** @enum {string} */
            verdict: "allow" | "deny" | "ask";
        };
        ToolSetting: ("calculate" | "clock" | "memory_search" | "memory_save" | "file_read" | "file_list" | "file_write" | "file_edit" | "file_move" | "file_delete" | "file_search" | "http_fetch" | "run_command" | "ask_agent" | "ask_person") | components["schemas"]["McpServer"];
        ToolSettingInput: ("calculate" | "clock" | "memory_search" | "memory_save" | "file_read" | "file_list" | "file_write" | "file_edit" | "file_move" | "file_delete" | "file_search" | "http_fetch" | "run_command" | "ask_agent" | "ask_person") | components["schemas"]["McpServerInput"];
        ToolsPolicy: {
            name: string;
            /** @default true */
            enabled: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "tools";
            rules: components["schemas"]["ToolRule"][];
            /**
             * @default allow
             * @enum {string}
             */
            otherwise: "allow" | "deny" | "ask";
        };
        ToolsPolicyInput: {
            name: string;
            /** @default true */
            enabled?: boolean;
            /**
             * @default closed
             * @enum {string}
             */
            on_failure?: "open" | "closed";
            timeout_ms?: number;
            /** @constant */
            kind: "tools";
            rules: components["schemas"]["ToolRule"][];
            /**
             * @default allow
             * @enum {string}
             */
            otherwise?: "allow" | "deny" | "ask";
        };
        Upload: {
            id: string;
            /** @constant */
            method: "PUT";
            /** @description Takes just the bytes that were announced. */
            url: string;
            /** @description To be sent with them. */
            headers: {
                [key: string]: string;
            };
            url_expires_at: string;
            /** @description Until then a change, or an import, can name the upload. */
            expires_at: string;
        };
        UsageDay: {
            day: string;
            agent_key: string;
            project_id: string;
            model: string;
            /** @default 0 */
            requests: number;
            /** @default 0 */
            failed: number;
            /** @default 0 */
            calls: number;
            /** @default 0 */
            failed_calls: number;
            /** @default 0 */
            call_milliseconds: number;
            /** @default 0 */
            prompt_tokens: number;
            /** @default 0 */
            completion_tokens: number;
            /** @default 0 */
            cost: number;
        };
        UsageSum: {
            day?: string;
            user_id?: string;
            model?: string;
            agent_key?: string;
            /** @default 0 */
            requests: number;
            /** @default 0 */
            failed: number;
            /** @default 0 */
            calls: number;
            /** @default 0 */
            failed_calls: number;
            /** @default 0 */
            call_milliseconds: number;
            /** @default 0 */
            prompt_tokens: number;
            /** @default 0 */
            completion_tokens: number;
            /** @default 0 */
            cost: number;
        };
        UsageSumPage: {
            items: components["schemas"]["UsageSum"][];
            next_cursor: string | null;
        };
        User: {
            id: string;
            email: string;
            display_name?: string;
            roles: ("user" | "admin")[];
            tier: string;
            created_at: string;
        };
        UserMay: {
            /**
             * @default [
             *       "models",
             *       "replace",
             *       "tools",
             *       "judge",
             *       "injection",
             *       "secrets",
             *       "pii",
             *       "answers"
             *     ]
             */
            add: ("models" | "replace" | "tools" | "judge" | "injection" | "secrets" | "pii" | "answers")[];
            /** @default [] */
            switch_off: string[];
        };
        UserMayInput: {
            /**
             * @default [
             *       "models",
             *       "replace",
             *       "tools",
             *       "judge",
             *       "injection",
             *       "secrets",
             *       "pii",
             *       "answers"
             *     ]
             */
            add?: ("models" | "replace" | "tools" | "judge" | "injection" | "secrets" | "pii" | "answers")[];
            /** @default [] */
            switch_off?: string[];
        };
        VersionAuthor: {
            /** @constant */
            kind: "person";
        } | {
            /** @constant */
            kind: "agent";
            key: string;
            name: string;
        } | {
            /** @constant */
            kind: "plug_in";
            webhook_id: string;
            name: string;
        } | {
            /** @constant */
            kind: "system";
        };
        VersionChanges: {
            added: number;
            changed: number;
            removed: number;
        };
        VersionTag: string;
        Webhook: {
            id: string;
            name: string;
            url: string;
            events: components["schemas"]["NotifiedEvent"][];
            /** @description null: of all projects. */
            project_id: string | null;
            permissions: components["schemas"]["PlugInPermission"][];
            /**
             * @description failing: the last delivery did not succeed; it is tried again.
             * @enum {string}
             */
            state: "enabled" | "disabled" | "failing";
            /** @description failing: for a day nothing could be delivered; gone: it answered 410. */
            disabled_because: ("person" | "failing" | "gone") | null;
            failing_since: string | null;
            former_secret_until: string | null;
            created_at: string;
            updated_at: string;
        };
        WebhookDelivery: {
            /** @description Also the header webhook-id, the same for every attempt. */
            id: string;
            webhook_id: string;
            event_type: string;
            event_id: number | null;
            session_id: string | null;
            project_id: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            attempts: number;
            next_attempt_at: string | null;
            last_attempt: {
                at: string;
                duration_ms: number;
                status: number | null;
                error: string | null;
                /** @description The beginning of the answer. */
                excerpt: string | null;
            } | null;
            /** @description Of a plug-in: what its answer added, or why it added nothing. */
            effect: {
                message_id: string | null;
                version: number | null;
                refused: string | null;
            } | null;
            created_at: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            next_cursor: string | null;
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            next_cursor: string | null;
        };
        WebhookSecret: string;
        WebhookWithSecret: {
            id: string;
            name: string;
            url: string;
            events: components["schemas"]["NotifiedEvent"][];
            /** @description null: of all projects. */
            project_id: string | null;
            permissions: components["schemas"]["PlugInPermission"][];
            /**
             * @description failing: the last delivery did not succeed; it is tried again.
             * @enum {string}
             */
            state: "enabled" | "disabled" | "failing";
            /** @description failing: for a day nothing could be delivered; gone: it answered 410. */
            disabled_because: ("person" | "failing" | "gone") | null;
            failing_since: string | null;
            former_secret_until: string | null;
            created_at: string;
            updated_at: string;
            secret: components["schemas"]["WebhookSecret"];
        };
        WorkspaceFile: {
            path: string;
            bytes: number;
            modified_at: string;
            executable: boolean;
        };
        WorkspaceFiles: {
            /** @description 0 until anything was written. */
            version: number;
            items: components["schemas"]["WorkspaceFile"][];
            next_cursor: string | null;
        };
        WorkspaceVersion: {
            version: number;
            parent: number;
            author: components["schemas"]["VersionAuthor"];
            reason: string;
            made_by: components["schemas"]["StepOfRun"] | null;
            changes: components["schemas"]["VersionChanges"];
            files: number;
            bytes: number;
            restored: number | null;
            tag: string | null;
            created_at: string;
        };
        WorkspaceVersionPage: {
            items: components["schemas"]["WorkspaceVersion"][];
            next_cursor: string | null;
        };
        WriteFile: {
            path: components["schemas"]["FilePath"];
            content: string;
            /**
             * @default utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "base64";
            executable?: boolean;
        };
        WriteUpload: {
            path: components["schemas"]["FilePath"];
            upload: string;
            executable?: boolean;
        };
    };
    responses: {
        /** @description The request cannot be parsed. */
        BadRequest: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Signed in, but not permitted. */
        Forbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Method not allowed; `Allow` lists those that are. */
        MethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Conflicts with the current state. */
        Conflict: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is too large. */
        PayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Some of the input is not valid. */
        Unprocessable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Too many requests. */
        TooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong on our side. */
        InternalError: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not available at the moment. */
        Unavailable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not signed in. */
        Unauthorized: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Signing in is locked for a while. */
        Locked: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Succeeded. */
        SignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignedIn"];
            };
        };
        /** @description Succeeded. */
        EmailConfirmed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EmailConfirmed"];
            };
        };
        /** @description Succeeded. */
        LinkMailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LinkMailed"];
            };
        };
        /** @description Succeeded. */
        SignInPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SignInPage"];
            };
        };
        /** @description Not found, or not yours. */
        NotFound: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Succeeded. */
        Removal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Removal"];
            };
        };
        /** @description Succeeded. */
        Readiness: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Readiness"];
            };
        };
        /** @description The request cannot be parsed. */
        OpenAiBadRequest: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not signed in. */
        OpenAiUnauthorized: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description Signed in, but not permitted. */
        OpenAiForbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description Not found, or not yours. */
        OpenAiNotFound: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description Method not allowed; `Allow` lists those that are. */
        OpenAiMethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description Conflicts with the current state. */
        OpenAiConflict: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description The body is too large. */
        OpenAiPayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"] | components["schemas"]["Error"];
            };
        };
        /** @description Some of the input is not valid. */
        OpenAiUnprocessable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"];
            };
        };
        /** @description Too many requests. */
        OpenAiTooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"] | components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong on our side. */
        OpenAiInternalError: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not available at the moment. */
        OpenAiUnavailable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OpenAiError"] | components["schemas"]["Error"];
            };
        };
        /** @description Succeeded. */
        Response: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Response"];
            };
        };
        /** @description Succeeded. */
        Embeddings: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-artel-ignored": components["headers"]["x-artel-ignored"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Embeddings"];
            };
        };
        /** @description The request cannot be parsed. */
        EitherBadRequest: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not signed in. */
        EitherUnauthorized: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"];
            };
        };
        /** @description Signed in, but not permitted. */
        EitherForbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"];
            };
        };
        /** @description Method not allowed; `Allow` lists those that are. */
        EitherMethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"];
            };
        };
        /** @description The body is too large. */
        EitherPayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"] | components["schemas"]["Error"];
            };
        };
        /** @description Some of the input is not valid. */
        EitherUnprocessable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"];
            };
        };
        /** @description Too many requests. */
        EitherTooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"] | components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong on our side. */
        EitherInternalError: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not available at the moment. */
        EitherUnavailable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"] | components["schemas"]["Error"];
            };
        };
        /** @description Succeeded. */
        ModelList: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelList"];
            };
        };
        /** @description Not found, or not yours. */
        EitherNotFound: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EitherError"];
            };
        };
        /** @description Succeeded. */
        Model: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Model"];
            };
        };
        /** @description The request cannot be parsed. */
        AnthropicBadRequest: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not signed in. */
        AnthropicUnauthorized: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description Signed in, but not permitted. */
        AnthropicForbidden: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description Not found, or not yours. */
        AnthropicNotFound: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description Method not allowed; `Allow` lists those that are. */
        AnthropicMethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description Conflicts with the current state. */
        AnthropicConflict: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description The body is too large. */
        AnthropicPayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"] | components["schemas"]["Error"];
            };
        };
        /** @description Some of the input is not valid. */
        AnthropicUnprocessable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"];
            };
        };
        /** @description Too many requests. */
        AnthropicTooManyRequests: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"] | components["schemas"]["Error"];
            };
        };
        /** @description Something went wrong on our side. */
        AnthropicInternalError: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"] | components["schemas"]["Error"];
            };
        };
        /** @description Not available at the moment. */
        AnthropicUnavailable: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AnthropicError"] | components["schemas"]["Error"];
            };
        };
        /** @description Succeeded. */
        TokenCount: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-artel-ignored": components["headers"]["x-artel-ignored"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenCount"];
            };
        };
        /** @description Succeeded. */
        Profile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        /** @description Succeeded. */
        AuditEntryPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AuditEntryPage"];
            };
        };
        /** @description Succeeded. */
        ChargePage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ChargePage"];
            };
        };
        /** @description Succeeded. */
        OwnLimits: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OwnLimits"];
            };
        };
        /** @description Succeeded. */
        ApiKeyPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiKeyPage"];
            };
        };
        /** @description Succeeded. */
        CreatedApiKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedApiKey"];
            };
        };
        /** @description Succeeded. */
        MyPolicies: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MyPolicies"];
            };
        };
        /** @description Succeeded. */
        OwnPolicyRehearsalResult: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OwnPolicyRehearsalResult"];
            };
        };
        /** @description Succeeded. */
        ModelCallPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelCallPage"];
            };
        };
        /** @description Succeeded. */
        OwnModelCallDiff: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OwnModelCallDiff"];
            };
        };
        /** @description Succeeded. */
        ProjectPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProjectPage"];
            };
        };
        /** @description Succeeded. */
        Project: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Project"];
            };
        };
        /** @description Succeeded. */
        AgentPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentPage"];
            };
        };
        /** @description Succeeded. */
        Agent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Agent"];
            };
        };
        /** @description Succeeded. */
        StarterTeam: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StarterTeam"];
            };
        };
        /** @description Succeeded. */
        AgentFigures: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AgentFigures"];
            };
        };
        /** @description Succeeded. */
        SpaceHealth: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SpaceHealth"];
            };
        };
        /** @description Succeeded. */
        MemoryPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MemoryPage"];
            };
        };
        /** @description Succeeded. */
        Memory: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Memory"];
            };
        };
        /** @description Succeeded. */
        Deleted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Deleted"];
            };
        };
        /** @description Succeeded. */
        MemoryFigures: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MemoryFigures"];
            };
        };
        /** @description Succeeded. */
        Imported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Imported"];
            };
        };
        /** @description Succeeded. */
        SecretPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SecretPage"];
            };
        };
        /** @description Succeeded. */
        Secret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Secret"];
            };
        };
        /** @description Succeeded. */
        ProviderKeys: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProviderKeys"];
            };
        };
        /** @description Succeeded. */
        ProviderKey: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProviderKey"];
            };
        };
        /** @description Succeeded. */
        OrchestratorConfig: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrchestratorConfig"];
            };
        };
        /** @description Succeeded. */
        WebhookPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookPage"];
            };
        };
        /** @description Succeeded. */
        WebhookWithSecret: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookWithSecret"];
            };
        };
        /** @description Succeeded. */
        Webhook: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Webhook"];
            };
        };
        /** @description Succeeded. */
        WebhookDelivery: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookDelivery"];
            };
        };
        /** @description Succeeded. */
        WebhookDeliveryPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookDeliveryPage"];
            };
        };
        /** @description Succeeded. */
        Notifications: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Notifications"];
            };
        };
        /** @description Succeeded. */
        WorkspaceFiles: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkspaceFiles"];
            };
        };
        /** @description Succeeded. */
        CommittedVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CommittedVersion"];
            };
        };
        /** @description Succeeded. */
        WorkspaceVersionPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkspaceVersionPage"];
            };
        };
        /** @description Succeeded. */
        WorkspaceVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkspaceVersion"];
            };
        };
        /** @description Succeeded. */
        FileDiffPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FileDiffPage"];
            };
        };
        /** @description Succeeded. */
        Upload: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Upload"];
            };
        };
        /** @description Succeeded. */
        OverviewOfVersion: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OverviewOfVersion"];
            };
        };
        /** @description Succeeded. */
        PreviewPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PreviewPage"];
            };
        };
        /** @description Succeeded. */
        CreatedPreview: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedPreview"];
            };
        };
        /** @description Succeeded. */
        Preview: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Preview"];
            };
        };
        /** @description Succeeded. */
        PreviewErrors: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PreviewErrors"];
            };
        };
        /** @description Succeeded. */
        PreviewLog: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PreviewLog"];
            };
        };
        /** @description Succeeded. */
        BuildSummaryPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BuildSummaryPage"];
            };
        };
        /** @description Succeeded. */
        ProjectTemplates: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProjectTemplates"];
            };
        };
        /** @description Succeeded. */
        Build: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Build"];
            };
        };
        /** @description Succeeded. */
        SessionPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SessionPage"];
            };
        };
        /** @description Succeeded. */
        Session: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Session"];
            };
        };
        /** @description Succeeded. */
        MessagePage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MessagePage"];
            };
        };
        /** @description Succeeded. */
        RunPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunPage"];
            };
        };
        /** @description Succeeded. */
        RunWithTasks: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RunWithTasks"];
            };
        };
        /** @description Succeeded. */
        Run: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Run"];
            };
        };
        /** @description Succeeded. */
        JournalStepPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["JournalStepPage"];
            };
        };
        /** @description Succeeded. */
        ApprovalPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApprovalPage"];
            };
        };
        /** @description Succeeded. */
        ApprovalFigures: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApprovalFigures"];
            };
        };
        /** @description Succeeded. */
        Approval: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        /** @description Succeeded. */
        BatchOutcome: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["BatchOutcome"];
            };
        };
        /** @description Succeeded. */
        RememberedPermissionPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RememberedPermissionPage"];
            };
        };
        /** @description Succeeded. */
        Plan: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Plan"];
            };
        };
        /** @description Succeeded. */
        SocketTicket: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SocketTicket"];
            };
        };
        /** @description Succeeded. */
        StoredPolicies: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StoredPolicies"];
            };
        };
        /** @description Succeeded. */
        PolicyRehearsalResult: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PolicyRehearsalResult"];
            };
        };
        /** @description Succeeded. */
        ModelCallDiff: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ModelCallDiff"];
            };
        };
        /** @description Succeeded. */
        CreatedInvitation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CreatedInvitation"];
            };
        };
        /** @description Succeeded. */
        InvitationPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvitationPage"];
            };
        };
        /** @description Succeeded. */
        ManagedUserPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ManagedUserPage"];
            };
        };
        /** @description Succeeded. */
        ManagedUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ManagedUser"];
            };
        };
        /** @description Succeeded. */
        ManagedTierPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ManagedTierPage"];
            };
        };
        /** @description Succeeded. */
        ManagedTier: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ManagedTier"];
            };
        };
        /** @description Succeeded. */
        ManagedRunPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ManagedRunPage"];
            };
        };
        /** @description Succeeded. */
        UsageSumPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UsageSumPage"];
            };
        };
        /** @description Succeeded. */
        FailureSumPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FailureSumPage"];
            };
        };
        /** @description Succeeded. */
        SpacePage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SpacePage"];
            };
        };
        /** @description Succeeded. */
        CacheOverview: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CacheOverview"];
            };
        };
    };
    parameters: {
        /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
        IdempotencyKey: string;
        /** @description The `ETag` of the version the client has. */
        IfNoneMatch: string;
        ProjectId: components["schemas"]["ProjectReference"];
        Cursor: string;
        Limit: number;
        Agent: components["schemas"]["AgentReference"];
        Order: "asc" | "desc";
        Sort: "created_at";
        RunId: components["schemas"]["RunId"];
        PreviewId: string;
        OrderAsc: "asc" | "desc";
        Offset: number;
        SessionId: components["schemas"]["SessionId"];
        Version: string;
        WebhookId: string;
        UserId: string;
        Path: components["schemas"]["FilePath"];
        Since: components["schemas"]["Time"];
        Until: components["schemas"]["Time"];
        Beta: unknown;
        ApprovalId: components["schemas"]["ApprovalId"];
        SortCreatedAt: "created_at" | "name" | "updated_at";
        State: components["schemas"]["RunState"];
    };
    requestBodies: never;
    headers: {
        /** @description The request's id, by which an operator finds it in the log. */
        "x-request-id": string;
        /** @description How many requests each limit leaves, and in how many seconds it begins anew: `"user";r=42;t=17`. */
        RateLimit: string;
        /** @description The limits: so many requests in so many seconds: `"user";q=100;w=60`. */
        "RateLimit-Policy": string;
        /** @description In how many seconds to come again. */
        "Retry-After": string;
        /** @description How to sign in: `Bearer`. */
        "WWW-Authenticate": string;
        /** @description The methods of this path. */
        Allow: string;
        /** @description This version, for `If-None-Match`. */
        ETag: string;
        /** @description What of the request had no effect. */
        "x-artel-ignored": string;
        /** @description The answer's longest length, where the tier or the model has lowered it. */
        "x-artel-max-tokens": string;
        /** @description Of a model, not of an agent. `hit`: the answer to the same request was kept and is given again. `similar`: that to a request which asks for the same in other words. */
        "x-artel-cache": string;
        /** @description The session in which an agent answers. */
        "x-artel-session": string;
        /** @description The run of the agent, which the same header of a request goes on with. */
        "x-artel-run": string;
        /** @description The approvals for which the agent waits. */
        "x-artel-waiting": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    post_auth_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Succeeded. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            200: components["responses"]["SignedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SignedIn"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_auth__well_known_jwks_json: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: string;
                        }[];
                    };
                };
            };
            /** @description Unchanged: `If-None-Match` names the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailConfirmation"];
            };
        };
        responses: {
            200: components["responses"]["EmailConfirmed"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_confirm_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["LinkMailed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            202: components["responses"]["LinkMailed"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            202: components["responses"]["LinkMailed"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_reset_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_auth_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_auth_notifications: {
        parameters: {
            query: {
                user: string;
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_auth_notifications: {
        parameters: {
            query: {
                user: string;
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_sign_ins: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "created_at" | "last_used_at";
                order?: components["parameters"]["Order"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SignInPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_sign_ins: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_sign_ins_sign_in_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sign_in_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Profile"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                    confirm?: string;
                };
            };
        };
        responses: {
            202: components["responses"]["Removal"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            423: components["responses"]["Locked"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            200: components["responses"]["Profile"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_users_user_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ManagedUser"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_admin_users_user_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["Removal"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_admin_users_user_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedUser"];
            };
        };
        responses: {
            200: components["responses"]["ManagedUser"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Readiness"];
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            /** @description A vital dependency is missing. */
            503: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"] | components["schemas"]["Error"];
                };
            };
        };
    };
    post_v1_chat_completions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCompletionRequest"];
            };
        };
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-artel-ignored": components["headers"]["x-artel-ignored"];
                    "x-artel-max-tokens": components["headers"]["x-artel-max-tokens"];
                    "x-artel-cache": components["headers"]["x-artel-cache"];
                    "x-artel-session": components["headers"]["x-artel-session"];
                    "x-artel-run": components["headers"]["x-artel-run"];
                    "x-artel-waiting": components["headers"]["x-artel-waiting"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletion"];
                    "text/event-stream; charset=utf-8": string;
                };
            };
            400: components["responses"]["OpenAiBadRequest"];
            401: components["responses"]["OpenAiUnauthorized"];
            403: components["responses"]["OpenAiForbidden"];
            404: components["responses"]["OpenAiNotFound"];
            405: components["responses"]["OpenAiMethodNotAllowed"];
            409: components["responses"]["OpenAiConflict"];
            413: components["responses"]["OpenAiPayloadTooLarge"];
            422: components["responses"]["OpenAiUnprocessable"];
            429: components["responses"]["OpenAiTooManyRequests"];
            500: components["responses"]["OpenAiInternalError"];
            503: components["responses"]["OpenAiUnavailable"];
        };
    };
    get_v1_responses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["OpenAiBadRequest"];
            401: components["responses"]["OpenAiUnauthorized"];
            403: components["responses"]["OpenAiForbidden"];
            405: components["responses"]["OpenAiMethodNotAllowed"];
            413: components["responses"]["OpenAiPayloadTooLarge"];
            422: components["responses"]["OpenAiUnprocessable"];
            /** @description Responses are given over POST alone. */
            426: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            429: components["responses"]["OpenAiTooManyRequests"];
            500: components["responses"]["OpenAiInternalError"];
            503: components["responses"]["OpenAiUnavailable"];
        };
    };
    post_v1_responses: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseRequest"];
            };
        };
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-artel-ignored": components["headers"]["x-artel-ignored"];
                    "x-artel-max-tokens": components["headers"]["x-artel-max-tokens"];
                    "x-artel-cache": components["headers"]["x-artel-cache"];
                    "x-artel-session": components["headers"]["x-artel-session"];
                    "x-artel-run": components["headers"]["x-artel-run"];
                    "x-artel-waiting": components["headers"]["x-artel-waiting"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Response"];
                    "text/event-stream; charset=utf-8": string;
                };
            };
            400: components["responses"]["OpenAiBadRequest"];
            401: components["responses"]["OpenAiUnauthorized"];
            403: components["responses"]["OpenAiForbidden"];
            404: components["responses"]["OpenAiNotFound"];
            405: components["responses"]["OpenAiMethodNotAllowed"];
            409: components["responses"]["OpenAiConflict"];
            413: components["responses"]["OpenAiPayloadTooLarge"];
            422: components["responses"]["OpenAiUnprocessable"];
            429: components["responses"]["OpenAiTooManyRequests"];
            500: components["responses"]["OpenAiInternalError"];
            503: components["responses"]["OpenAiUnavailable"];
        };
    };
    get_v1_responses_response_id: {
        parameters: {
            query?: {
                include?: unknown;
                stream?: "false";
            };
            header?: never;
            path: {
                response_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Response"];
            400: components["responses"]["OpenAiBadRequest"];
            401: components["responses"]["OpenAiUnauthorized"];
            403: components["responses"]["OpenAiForbidden"];
            404: components["responses"]["OpenAiNotFound"];
            405: components["responses"]["OpenAiMethodNotAllowed"];
            413: components["responses"]["OpenAiPayloadTooLarge"];
            422: components["responses"]["OpenAiUnprocessable"];
            429: components["responses"]["OpenAiTooManyRequests"];
            500: components["responses"]["OpenAiInternalError"];
            503: components["responses"]["OpenAiUnavailable"];
        };
    };
    post_v1_embeddings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddingsRequest"];
            };
        };
        responses: {
            200: components["responses"]["Embeddings"];
            400: components["responses"]["OpenAiBadRequest"];
            401: components["responses"]["OpenAiUnauthorized"];
            403: components["responses"]["OpenAiForbidden"];
            404: components["responses"]["OpenAiNotFound"];
            405: components["responses"]["OpenAiMethodNotAllowed"];
            409: components["responses"]["OpenAiConflict"];
            413: components["responses"]["OpenAiPayloadTooLarge"];
            422: components["responses"]["OpenAiUnprocessable"];
            429: components["responses"]["OpenAiTooManyRequests"];
            500: components["responses"]["OpenAiInternalError"];
            503: components["responses"]["OpenAiUnavailable"];
        };
    };
    get_v1_models: {
        parameters: {
            query?: {
                limit?: unknown;
                after_id?: unknown;
                before_id?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ModelList"];
            400: components["responses"]["EitherBadRequest"];
            401: components["responses"]["EitherUnauthorized"];
            403: components["responses"]["EitherForbidden"];
            405: components["responses"]["EitherMethodNotAllowed"];
            413: components["responses"]["EitherPayloadTooLarge"];
            422: components["responses"]["EitherUnprocessable"];
            429: components["responses"]["EitherTooManyRequests"];
            500: components["responses"]["EitherInternalError"];
            503: components["responses"]["EitherUnavailable"];
        };
    };
    get_v1_models_model: {
        parameters: {
            query?: {
                beta?: components["parameters"]["Beta"];
            };
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Model"];
            400: components["responses"]["EitherBadRequest"];
            401: components["responses"]["EitherUnauthorized"];
            403: components["responses"]["EitherForbidden"];
            404: components["responses"]["EitherNotFound"];
            405: components["responses"]["EitherMethodNotAllowed"];
            413: components["responses"]["EitherPayloadTooLarge"];
            422: components["responses"]["EitherUnprocessable"];
            429: components["responses"]["EitherTooManyRequests"];
            500: components["responses"]["EitherInternalError"];
            503: components["responses"]["EitherUnavailable"];
        };
    };
    get_v1_models_owner_model: {
        parameters: {
            query?: {
                beta?: components["parameters"]["Beta"];
            };
            header?: never;
            path: {
                owner: string;
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Model"];
            400: components["responses"]["EitherBadRequest"];
            401: components["responses"]["EitherUnauthorized"];
            403: components["responses"]["EitherForbidden"];
            404: components["responses"]["EitherNotFound"];
            405: components["responses"]["EitherMethodNotAllowed"];
            413: components["responses"]["EitherPayloadTooLarge"];
            422: components["responses"]["EitherUnprocessable"];
            429: components["responses"]["EitherTooManyRequests"];
            500: components["responses"]["EitherInternalError"];
            503: components["responses"]["EitherUnavailable"];
        };
    };
    post_v1_messages: {
        parameters: {
            query?: {
                beta?: components["parameters"]["Beta"];
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnthropicMessageRequest"];
            };
        };
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-artel-ignored": components["headers"]["x-artel-ignored"];
                    "x-artel-max-tokens": components["headers"]["x-artel-max-tokens"];
                    "x-artel-cache": components["headers"]["x-artel-cache"];
                    "x-artel-session": components["headers"]["x-artel-session"];
                    "x-artel-run": components["headers"]["x-artel-run"];
                    "x-artel-waiting": components["headers"]["x-artel-waiting"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnthropicMessage"];
                    "text/event-stream; charset=utf-8": string;
                };
            };
            400: components["responses"]["AnthropicBadRequest"];
            401: components["responses"]["AnthropicUnauthorized"];
            403: components["responses"]["AnthropicForbidden"];
            404: components["responses"]["AnthropicNotFound"];
            405: components["responses"]["AnthropicMethodNotAllowed"];
            409: components["responses"]["AnthropicConflict"];
            413: components["responses"]["AnthropicPayloadTooLarge"];
            422: components["responses"]["AnthropicUnprocessable"];
            429: components["responses"]["AnthropicTooManyRequests"];
            500: components["responses"]["AnthropicInternalError"];
            503: components["responses"]["AnthropicUnavailable"];
        };
    };
    post_v1_messages_count_tokens: {
        parameters: {
            query?: {
                beta?: components["parameters"]["Beta"];
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCountRequest"];
            };
        };
        responses: {
            200: components["responses"]["TokenCount"];
            400: components["responses"]["AnthropicBadRequest"];
            401: components["responses"]["AnthropicUnauthorized"];
            403: components["responses"]["AnthropicForbidden"];
            404: components["responses"]["AnthropicNotFound"];
            405: components["responses"]["AnthropicMethodNotAllowed"];
            409: components["responses"]["AnthropicConflict"];
            413: components["responses"]["AnthropicPayloadTooLarge"];
            422: components["responses"]["AnthropicUnprocessable"];
            429: components["responses"]["AnthropicTooManyRequests"];
            500: components["responses"]["AnthropicInternalError"];
            503: components["responses"]["AnthropicUnavailable"];
        };
    };
    get_my_audit: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                action?: components["schemas"]["AuditAction"];
                since?: components["parameters"]["Since"];
                until?: components["parameters"]["Until"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AuditEntryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_usage: {
        parameters: {
            query?: {
                since?: components["schemas"]["Day"];
                until?: components["schemas"]["Day"];
                by?: "day" | "session";
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        since: components["schemas"]["Day"];
                        until: components["schemas"]["Day"];
                        items: (components["schemas"]["SessionUsage"] | components["schemas"]["UsageDay"])[];
                        next_cursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_usage_calls: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                session_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ChargePage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_usage_limits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OwnLimits"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_keys: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "created_at" | "name" | "last_used_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApiKeyPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_keys: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            201: components["responses"]["CreatedApiKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_keys_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_policies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MyPolicies"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_policies: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedOwnPolicies"];
            };
        };
        responses: {
            200: components["responses"]["MyPolicies"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_policies_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPolicyRehearsal"];
            };
        };
        responses: {
            200: components["responses"]["OwnPolicyRehearsalResult"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_calls: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ModelCallPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_calls_call_id_diff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OwnModelCallDiff"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["SortCreatedAt"];
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProjectPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectName"];
            };
        };
        responses: {
            201: components["responses"]["Project"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Project"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_projects_project_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectName"];
            };
        };
        responses: {
            200: components["responses"]["Project"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_import: {
        parameters: {
            query?: {
                from?: string;
                part?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What the part has brought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_import: {
        parameters: {
            query?: {
                from?: string;
                part?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What the part has brought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["SortCreatedAt"];
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            201: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["SortCreatedAt"];
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            201: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_templates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["StarterTeam"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_templates: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: components["responses"]["StarterTeam"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_agents_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedAgent"];
            };
        };
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_agents_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_projects_project_id_agents_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedAgent"];
            };
        };
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_agents_agent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent_versions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "version";
                order?: components["parameters"]["Order"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent_versions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "version";
                order?: components["parameters"]["Order"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AgentFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_reload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_reload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_deregister: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_deregister: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Agent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_space: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SpaceHealth"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_space_reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SpaceHealth"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent_context: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                query?: string;
                type?: string;
                success?: "true" | "false";
                since?: components["parameters"]["Since"];
                until?: components["parameters"]["Until"];
                session_id?: string;
                tag?: string;
                history?: "true" | "false";
            };
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MemoryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_context: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemory"];
            };
        };
        responses: {
            201: components["responses"]["Memory"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_agents_agent_context: {
        parameters: {
            query?: {
                before?: components["schemas"]["Time"];
                ids?: string;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent_context: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                query?: string;
                type?: string;
                success?: "true" | "false";
                since?: components["parameters"]["Since"];
                until?: components["parameters"]["Until"];
                session_id?: string;
                tag?: string;
                history?: "true" | "false";
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MemoryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_context: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMemory"];
            };
        };
        responses: {
            201: components["responses"]["Memory"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_agents_agent_context: {
        parameters: {
            query?: {
                before?: components["schemas"]["Time"];
                ids?: string;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent_context_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MemoryFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent_context_stats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MemoryFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_agents_agent_context_export: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_agents_agent_context_export: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_context_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: components["responses"]["Imported"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_context_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            200: components["responses"]["Imported"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_agents_agent_context_prune: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoryPruning"];
            };
        };
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_agents_agent_context_prune: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                agent: components["parameters"]["Agent"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoryPruning"];
            };
        };
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_secrets: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "name" | "created_at" | "updated_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SecretPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_secrets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecret"];
            };
        };
        responses: {
            201: components["responses"]["Secret"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_secrets: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "name" | "created_at" | "updated_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SecretPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_secrets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecret"];
            };
        };
        responses: {
            201: components["responses"]["Secret"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_secrets_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_secrets_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_provider_keys: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "provider" | "created_at" | "updated_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProviderKeys"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_provider_keys_provider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProviderKey"];
            };
        };
        responses: {
            200: components["responses"]["ProviderKey"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_provider_keys_provider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_orchestrator_config: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OrchestratorConfig"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_orchestrator_config: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrchestratorConfigInput"];
            };
        };
        responses: {
            200: components["responses"]["OrchestratorConfig"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_orchestrator_config: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OrchestratorConfig"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_projects_project_id_orchestrator_config: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrchestratorConfigInput"];
            };
        };
        responses: {
            200: components["responses"]["OrchestratorConfig"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_webhooks: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["OrderAsc"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_webhooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            201: components["responses"]["WebhookWithSecret"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_webhooks_webhook_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Webhook"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_webhooks_webhook_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_webhooks_webhook_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedWebhook"];
            };
        };
        responses: {
            200: components["responses"]["Webhook"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_webhooks_webhook_id_secret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookWithSecret"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_webhooks_webhook_id_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDelivery"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_webhooks_webhook_id_deliveries: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path: {
                webhook_id: components["parameters"]["WebhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WebhookDeliveryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_webhooks_webhook_id_deliveries_delivery_id_redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                webhook_id: components["parameters"]["WebhookId"];
                delivery_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: components["responses"]["WebhookDelivery"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Notifications"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_notifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedNotifications"];
            };
        };
        responses: {
            200: components["responses"]["Notifications"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_files: {
        parameters: {
            query?: {
                folder?: components["schemas"]["FilePath"];
                version?: number;
                limit?: number;
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceFiles"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileEdit"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_files: {
        parameters: {
            query?: {
                folder?: components["schemas"]["FilePath"];
                version?: number;
                limit?: number;
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceFiles"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileEdit"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_files_path: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: {
                Range?: string;
            };
            path: {
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_files_path: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileContent"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_files_path: {
        parameters: {
            query?: {
                base?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_files_path: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: {
                Range?: string;
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_projects_project_id_files_path: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileContent"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_files_path: {
        parameters: {
            query?: {
                base?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                path: components["parameters"]["Path"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_versions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceVersionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_versions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceVersionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_versions_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_versions_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkspaceVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_versions_version_diff: {
        parameters: {
            query?: {
                from?: number;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileDiffPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_versions_version_diff: {
        parameters: {
            query?: {
                from?: number;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FileDiffPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_versions_version_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_versions_version_restore: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_versions_version_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagVersion"];
            };
        };
        responses: {
            200: components["responses"]["WorkspaceVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_my_projects_project_id_versions_version_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagVersion"];
            };
        };
        responses: {
            200: components["responses"]["WorkspaceVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_archive: {
        parameters: {
            query?: {
                format?: "tar.gz" | "zip" | "bundle";
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/zip": string;
                    "application/x-git-bundle": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveImport"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_archive: {
        parameters: {
            query?: {
                format?: "tar.gz" | "zip" | "bundle";
                version?: number;
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": string;
                    "application/zip": string;
                    "application/x-git-bundle": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_archive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveImport"];
            };
        };
        responses: {
            200: components["responses"]["CommittedVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_uploads: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedUpload"];
            };
        };
        responses: {
            201: components["responses"]["Upload"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_uploads: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncedUpload"];
            };
        };
        responses: {
            201: components["responses"]["Upload"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_versions_version_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OverviewOfVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_versions_version_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                version: components["parameters"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OverviewOfVersion"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_previews: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_previews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPreview"];
            };
        };
        responses: {
            201: components["responses"]["CreatedPreview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_previews: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_previews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPreview"];
            };
        };
        responses: {
            201: components["responses"]["CreatedPreview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_previews_preview_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_previews_preview_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_previews_preview_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTime"];
            };
        };
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_previews_preview_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_previews_preview_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_projects_project_id_previews_preview_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewTime"];
            };
        };
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_previews_preview_id_errors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewErrors"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_previews_preview_id_errors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewErrors"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_previews_preview_id_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_previews_preview_id_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_previews_preview_id_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_previews_preview_id_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_previews_preview_id_restart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_previews_preview_id_restart: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Preview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_previews_preview_id_logs: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewLog"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_previews_preview_id_logs: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                preview_id: components["parameters"]["PreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PreviewLog"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_builds: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BuildSummaryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_builds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBuild"];
            };
        };
        responses: {
            /** @description The build is stored and will be worked on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_builds: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["BuildSummaryPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_builds: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBuild"];
            };
        };
        responses: {
            /** @description The build is stored and will be worked on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_builds_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ProjectTemplates"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_builds_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Build"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_builds_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Build"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_builds_run_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Build"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_builds_run_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Build"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_builds_run_id_messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageToTeam"];
            };
        };
        responses: {
            /** @description It will be answered. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_builds_run_id_messages: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageToTeam"];
            };
        };
        responses: {
            /** @description It will be answered. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_builds_run_id_continue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildContinuation"];
            };
        };
        responses: {
            /** @description The build is stored and will be worked on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_builds_run_id_continue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BuildContinuation"];
            };
        };
        responses: {
            /** @description The build is stored and will be worked on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_builds_run_id_fix: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The errors will be hunted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_builds_run_id_fix: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The errors will be hunted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBuild"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_chat_sessions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SessionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_chat_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            201: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_chat_sessions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SessionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_chat_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            201: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_chat_sessions_session_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_chat_sessions_session_id: {
        parameters: {
            query?: {
                keep_memories?: "true" | "false";
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_chat_sessions_session_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedSession"];
            };
        };
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_chat_sessions_session_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_chat_sessions_session_id: {
        parameters: {
            query?: {
                keep_memories?: "true" | "false";
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patch_my_projects_project_id_chat_sessions_session_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedSession"];
            };
        };
        responses: {
            200: components["responses"]["Session"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_chat_session_id_messages: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["OrderAsc"];
            };
            header?: never;
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessagePage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_chat_session_id_messages: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["OrderAsc"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["MessagePage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_chat_session_id_message: {
        parameters: {
            query?: {
                wait?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description With `wait`: the run has ended; the answer is included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /** @description The message is stored and will be answered. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_chat_session_id_message: {
        parameters: {
            query?: {
                wait?: number;
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description With `wait`: the run has ended; the answer is included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /** @description The message is stored and will be answered. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_runs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                state?: components["parameters"]["State"];
                session_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RunPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_runs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                state?: components["parameters"]["State"];
                session_id?: string;
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RunPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_runs_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RunWithTasks"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_runs_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RunWithTasks"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_runs_run_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Run"];
            /** @description The plan is being cancelled; its tasks are being stopped. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_runs_run_id_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Run"];
            /** @description The plan is being cancelled; its tasks are being stopped. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_runs_run_id_journal: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["JournalStepPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_runs_run_id_journal: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["JournalStepPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_approvals: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                status?: "pending" | "approved" | "rejected" | "expired" | "closed";
                run_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApprovalPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_approvals: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                status?: "pending" | "approved" | "rejected" | "expired" | "closed";
                run_id?: string;
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApprovalPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_approvals_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApprovalFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_approvals_figures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ApprovalFigures"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_approvals_approval_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                approval_id: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Approval"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_approvals_approval_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                approval_id: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Approval"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_approvals_approval_id_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                approval_id: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            200: components["responses"]["Approval"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_approvals_approval_id_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                approval_id: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalDecision"];
            };
        };
        responses: {
            200: components["responses"]["Approval"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_approvals_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchDecision"];
            };
        };
        responses: {
            200: components["responses"]["BatchOutcome"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_approvals_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchDecision"];
            };
        };
        responses: {
            200: components["responses"]["BatchOutcome"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_permissions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "agent_key" | "created_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RememberedPermissionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_permissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_permissions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "agent_key" | "created_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["RememberedPermissionPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_permissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Deleted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_permissions_permission_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                permission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_my_projects_project_id_permissions_permission_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                permission_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_runs_run_id_approvals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientQuestion"];
            };
        };
        responses: {
            /** @description The question is noted; the task asks it next. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotedApproval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_projects_project_id_runs_run_id_approvals: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientQuestion"];
            };
        };
        responses: {
            /** @description The question is noted; the task asks it next. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotedApproval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_plans_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Plan"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_plans_run_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Plan"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_plans_run_id_graph_svg: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml; charset=utf-8": string;
                };
            };
            /** @description The plan has ended and the picture has not changed since `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_plans_run_id_graph_svg: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml; charset=utf-8": string;
                };
            };
            /** @description The plan has ended and the picture has not changed since `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_my_socket_ticket: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SocketTicket"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_chat_session_id_events: {
        parameters: {
            query?: {
                last_event_id?: string;
                follow?: "true" | "false";
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path: {
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_projects_project_id_chat_session_id_events: {
        parameters: {
            query?: {
                last_event_id?: string;
                follow?: "true" | "false";
            };
            header?: {
                "Last-Event-ID"?: string;
            };
            path: {
                project_id: components["parameters"]["ProjectId"];
                session_id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_policies: {
        parameters: {
            query?: {
                user_id?: components["parameters"]["UserId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StoredPolicies"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_admin_policies: {
        parameters: {
            query?: {
                user_id?: components["parameters"]["UserId"];
            };
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedPolicies"];
            };
        };
        responses: {
            200: components["responses"]["StoredPolicies"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_admin_policies_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRehearsal"];
            };
        };
        responses: {
            200: components["responses"]["PolicyRehearsalResult"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_calls: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                day?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ModelCallPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_calls_call_id_diff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                call_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ModelCallDiff"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_blocks: {
        parameters: {
            query: {
                user_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionBlocks"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_admin_runs_run_id_redrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunOwner"];
            };
        };
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        redriven: string[];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_invitations: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["InvitationPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    post_admin_invitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            201: components["responses"]["CreatedInvitation"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_admin_invitations_invitation_id: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_users: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                email?: string;
                role?: "user" | "admin";
                tier?: string;
                locked?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ManagedUserPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_tiers: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: "name" | "updated_at";
                order?: components["parameters"]["OrderAsc"];
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ManagedTierPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    put_admin_tiers_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangedTier"];
            };
        };
        responses: {
            200: components["responses"]["ManagedTier"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    delete_admin_tiers_name: {
        parameters: {
            query?: never;
            header?: {
                /** @description Requests with the same key, path, query, body and session are carried out once; the same key with anything else is refused. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_runs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
                sort?: components["parameters"]["Sort"];
                order?: components["parameters"]["Order"];
                user_id?: components["parameters"]["UserId"];
                since?: components["parameters"]["Since"];
                until?: components["parameters"]["Until"];
                state?: components["parameters"]["State"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ManagedRunPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_usage: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                order?: components["parameters"]["OrderAsc"];
                user_id?: components["parameters"]["UserId"];
                since?: components["schemas"]["Day"];
                until?: components["schemas"]["Day"];
                by?: "day" | "user" | "model" | "agent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UsageSumPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_errors: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                order?: components["parameters"]["Order"];
                user_id?: components["parameters"]["UserId"];
                since?: components["schemas"]["Day"];
                until?: components["schemas"]["Day"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["FailureSumPage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_spaces: {
        parameters: {
            query?: {
                cursor?: components["parameters"]["Cursor"];
                limit?: components["parameters"]["Limit"];
                order?: components["parameters"]["Order"];
                user_id?: components["parameters"]["UserId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SpacePage"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_audit: {
        parameters: {
            query?: {
                order?: components["parameters"]["OrderAsc"];
                action?: components["schemas"]["AuditAction"];
                since?: components["parameters"]["Since"];
                until?: components["parameters"]["Until"];
                user_id?: components["parameters"]["UserId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_admin_cache: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CacheOverview"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_openapi_json: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Unchanged: `If-None-Match` names the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_docs: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description Unchanged: `If-None-Match` names the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    get_my_docs_asset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of the version the client has. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Succeeded. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/javascript; charset=utf-8": string;
                };
            };
            /** @description Unchanged: `If-None-Match` names the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            413: components["responses"]["PayloadTooLarge"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
